namespace Dotdigital.Sdk.Integration.SingleSignOn;

/// <summary>The name of the API client's HTTP client in the container.</summary>
/// <param name="Value">The name.</param>
internal sealed record TokenClientName(string Value);
