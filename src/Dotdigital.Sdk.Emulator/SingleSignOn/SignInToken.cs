namespace Dotdigital.Sdk.Emulator.SingleSignOn;

internal sealed record SignInToken(string Token);
