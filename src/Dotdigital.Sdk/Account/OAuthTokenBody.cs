namespace Dotdigital.Sdk.Account;

/// <summary>The body that asks for an OAuth client (<c>ApiOAuthToken</c>).</summary>
internal sealed record OAuthTokenBody
{
    /// <summary>Where people are sent back to.</summary>
    public required string RedirectUri { get; init; }
}
