namespace Dotdigital.Sdk.Emulator.SingleSignOn;

/// <summary>What the token endpoint gives.</summary>
/// <param name="AccessToken">Signs in.</param>
/// <param name="RefreshToken">Gets further ones; null when the one that was used stays.</param>
/// <param name="ExpiresIn">Seconds that the access token lives.</param>
internal sealed record SignInTokens(string AccessToken, string? RefreshToken, long ExpiresIn);
