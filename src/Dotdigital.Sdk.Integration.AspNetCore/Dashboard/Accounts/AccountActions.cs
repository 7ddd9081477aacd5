using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;

/// <summary>Removes accounts, and sets the secrets of their webhooks.</summary>
internal sealed class AccountActions(IAccountService accounts)
{
    /// <summary>Asks before an account is removed, and says what becomes of what.</summary>
    public async Task<DashboardAnswer> RemoveFormAsync(DashboardRequest request) => RemoveForm(await FindAsync(request).ConfigureAwait(false));

    /// <summary>Removes an account's stored settings.</summary>
    public async Task<DashboardAnswer> RemoveAsync(DashboardRequest request)
    {
        var account = await FindAsync(request).ConfigureAwait(false);
        if (!request.Flag("sure"))
        {
            return RemoveForm(account).Refused(["Tick the box that says that the removal is meant."]);
        }

        try
        {
            await accounts.RemoveAsync(account.Id, request.Cancel).ConfigureAwait(false);
        }
        catch (AccountChangeException refused)
        {
            return RemoveForm(account).Refused([refused.Message]);
        }

        return DashboardAnswer.GoTo(request.Link("accounts", ("done", Notices.AccountRemoved)));
    }

    /// <summary>The form of the webhook secrets. Secrets go one way only: in.</summary>
    public async Task<DashboardAnswer> WebhooksFormAsync(DashboardRequest request) => WebhooksForm(await FindAsync(request).ConfigureAwait(false));

    /// <summary>Saves a secret, or forgets the stored ones.</summary>
    public async Task<DashboardAnswer> SaveWebhooksAsync(DashboardRequest request)
    {
        var account = await FindAsync(request).ConfigureAwait(false);
        var secret = request.Raw("secret");
        var forgets = request.Text("act") is "forget";
        if (!forgets && secret.Length == 0)
        {
            return WebhooksForm(account).Refused(["Type the secret, as it is registered with the webhook in Dotdigital."]);
        }

        try
        {
            await accounts.SetWebhookSecretsAsync(account.Id, forgets ? [] : [secret], keepsPresent: !forgets && request.Flag("keep"), request.Cancel).ConfigureAwait(false);
        }
        catch (DotdigitalException refused)
        {
            return WebhooksForm(account).Refused([refused.Message]);
        }

        return DashboardAnswer.GoTo(request.Link("accounts/webhooks", ("account", account.Id.Value), ("done", Notices.WebhookSecretsSaved)));
    }

    private static DashboardAnswer RemoveForm(AccountDetails account) => DashboardAnswer.Show<RemoveView>($"Remove {account.Name}", account);

    private static DashboardAnswer WebhooksForm(AccountDetails account) => DashboardAnswer.Show<WebhooksView>($"Webhooks of {account.Name}", account);

    private async Task<AccountDetails> FindAsync(DashboardRequest request) =>
        await accounts.FindAsync(request.Account(), request.Cancel).ConfigureAwait(false)
        ?? throw new DashboardNotFoundException($"There is no account '{request.Account()}'.");
}
