using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Account;

internal sealed partial class AccountApi
{
    private static readonly ApiOperation Create = ApiOperation.Once("Account.Create", HttpMethod.Post, "/v2/accounts");
    private static readonly ApiOperation CreateManagedUser = ApiOperation.Once("Account.CreateManagedUser", HttpMethod.Post, "/v2/accounts/{accountId}/managed-users");
    private static readonly ApiOperation CreateOAuthToken = ApiOperation.Once("Account.CreateOAuthToken", HttpMethod.Post, "/v2/accounts/{accountId}/oauth-tokens");
    private static readonly ApiOperation UpdateTheme = ApiOperation.Repeatable("Account.UpdateTheme", HttpMethod.Put, "/v2/accounts/{accountId}/theme");
    private static readonly ApiOperation CreateApiUser = ApiOperation.Once("Account.CreateApiUser", HttpMethod.Post, "/v2/accounts/{accountId}/api-users");
    private static readonly ApiOperation EmptyRecycleBin = ApiOperation.Once("Account.EmptyRecycleBin", HttpMethod.Post, "/v2/accounts/empty-recycle-bin");

    public Task<AccountInfo> CreateAsync(NewAccount account, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        return pipeline.ReadAsync(Create.With() with { Content = RequestBody.FromJson(NewAccountBody.From(account), SdkJson.Default.NewAccountBody) }, SdkJson.Default.AccountInfo, cancellationToken);
    }

    public Task<ManagedUser> CreateManagedUserAsync(int accountId, NewManagedUser user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        return pipeline.ReadAsync(CreateManagedUser.With(accountId) with { Content = RequestBody.FromJson(user, SdkJson.Default.NewManagedUser) }, SdkJson.Default.ManagedUser, cancellationToken);
    }

    public Task<OAuthToken> CreateOAuthTokenAsync(int accountId, Uri redirectUri, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(redirectUri);
        return pipeline.ReadAsync(CreateOAuthToken.With(accountId) with { Content = RequestBody.FromJson(new() { RedirectUri = redirectUri.AbsoluteUri }, SdkJson.Default.OAuthTokenBody) }, SdkJson.Default.OAuthToken, cancellationToken);
    }

    public Task UpdateThemeAsync(int accountId, AccountTheme theme, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(theme);
        Check.Color(theme.PrimaryColor, nameof(theme));
        Check.Color(theme.SecondaryColor, nameof(theme));
        Check.Color(theme.HyperlinkColor, nameof(theme));
        Check.Color(theme.ButtonColor, nameof(theme));
        return pipeline.SendAsync(UpdateTheme.With(accountId) with { Content = RequestBody.FromJson(theme, SdkJson.Default.AccountTheme) }, cancellationToken);
    }

    public Task<ApiUser> CreateApiUserAsync(int accountId, NewApiUser user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        return pipeline.ReadAsync(CreateApiUser.With(accountId) with { Content = RequestBody.FromJson(user, SdkJson.Default.NewApiUser) }, SdkJson.Default.ApiUser, cancellationToken);
    }

    public Task EmptyRecycleBinAsync(CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(EmptyRecycleBin.With(), cancellationToken);
}
