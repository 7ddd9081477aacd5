using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>One request an account received.</summary>
/// <param name="At">When, on the emulator's clock.</param>
/// <param name="Operation">The operation's id.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="PathAndQuery">What was asked for.</param>
/// <param name="Tier">The operation's tier.</param>
/// <param name="Status">The answer's status; 0 where the connection was closed instead.</param>
/// <param name="BodyBytes">The size of the request's body.</param>
/// <param name="IntegrationToken">The <c>x-ddg-integration-token</c> header, if it was sent.</param>
public sealed record RequestEntry(
    DateTimeOffset At, string Operation, string Method, string PathAndQuery, RateTier Tier, int Status, int BodyBytes, string? IntegrationToken);
