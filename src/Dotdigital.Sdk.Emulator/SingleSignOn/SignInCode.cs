namespace Dotdigital.Sdk.Emulator.SingleSignOn;

/// <summary>A code of the consent page.</summary>
/// <param name="RedirectUri">Where it was sent; its exchange must name the same.</param>
/// <param name="ExpiresAt">UTC ticks.</param>
internal sealed record SignInCode(string RedirectUri, long ExpiresAt);
