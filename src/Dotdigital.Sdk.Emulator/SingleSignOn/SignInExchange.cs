namespace Dotdigital.Sdk.Emulator.SingleSignOn;

internal sealed record SignInExchange(string Code, string RedirectUri);
