namespace Dotdigital.Sdk.Emulator.SingleSignOn;

internal sealed record SignInConsent(string RedirectUri);
