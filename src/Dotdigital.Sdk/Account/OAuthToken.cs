namespace Dotdigital.Sdk.Account;

/// <summary>An OAuth client of an account, for single sign-on (<c>ApiOAuthToken</c>).</summary>
public sealed record OAuthToken
{
    /// <summary>Where people are sent back to.</summary>
    public string? RedirectUri { get; init; }

    /// <summary>The client id.</summary>
    public string? ClientId { get; init; }

    /// <summary>The client secret. Keep it as you keep a password.</summary>
    public string? SecretKey { get; init; }

    /// <summary>What it is, without its secrets.</summary>
    public override string ToString() => $"{nameof(OAuthToken)} (secrets not shown)";
}
