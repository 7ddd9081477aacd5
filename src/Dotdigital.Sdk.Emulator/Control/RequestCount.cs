using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>How often an operation was called.</summary>
/// <param name="Operation">The operation's id.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Count">How often.</param>
public sealed record RequestCount(string Operation, RateTier Tier, int Count);
