using Dotdigital.Sdk.Emulator.Control;

namespace Dotdigital.Sdk.Emulator.SingleSignOn;

/// <summary>What becomes of codes and tokens; journaled like everything that changes an account.</summary>
internal static class SignInCommands
{
    public static string Approve(ControlContext context, SignInConsent consent)
    {
        var code = context.Account.SignIns.Next(context.Account.Options.Name, "code");
        context.Account.SignIns.Codes[code] = new SignInCode(consent.RedirectUri, context.Now + context.Account.Behaviour.SignInCodeLifetime.Ticks);
        return code;
    }

    public static SignInTokens? Exchange(ControlContext context, SignInExchange exchange) =>
        context.Account.SignIns.Codes.Remove(exchange.Code, out var code) && code.ExpiresAt > context.Now && string.Equals(code.RedirectUri, exchange.RedirectUri, StringComparison.Ordinal)
            ? Give(context, GiveRefreshToken(context))
            : null;

    public static SignInTokens? Refresh(ControlContext context, SignInToken token)
    {
        var tokens = context.Account.SignIns.RefreshTokens;
        if (!tokens.TryGetValue(token.Token, out var endsAt) || endsAt <= context.Now)
        {
            return null;
        }

        if (!context.Account.Behaviour.RefreshTokensRotate)
        {
            return Give(context, null);
        }

        tokens.Remove(token.Token);
        return Give(context, GiveRefreshToken(context));
    }

    public static bool Check(ControlContext context, SignInToken token) =>
        context.Account.SignIns.AccessTokens.TryGetValue(token.Token, out var endsAt) && endsAt > context.Now;

    public static int Revoke(ControlContext context, NoArgs args)
    {
        var count = context.Account.SignIns.RefreshTokens.Count;
        context.Account.SignIns.RefreshTokens.Clear();
        context.Account.SignIns.AccessTokens.Clear();
        return count;
    }

    private static string GiveRefreshToken(ControlContext context)
    {
        var token = context.Account.SignIns.Next(context.Account.Options.Name, "refresh");
        context.Account.SignIns.RefreshTokens[token] = context.Account.Behaviour.RefreshTokenLifetime is { } lifetime ? context.Now + lifetime.Ticks : long.MaxValue;
        return token;
    }

    private static SignInTokens Give(ControlContext context, string? refreshToken)
    {
        var lifetime = context.Account.Behaviour.AccessTokenLifetime;
        var token = context.Account.SignIns.Next(context.Account.Options.Name, "access");
        context.Account.SignIns.AccessTokens[token] = context.Now + lifetime.Ticks;
        return new SignInTokens(token, refreshToken, (long)lifetime.TotalSeconds);
    }
}
