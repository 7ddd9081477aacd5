using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;

/// <summary>Says which account a page is about.</summary>
internal sealed class AccountPicker(IAccountService accounts)
{
    /// <summary>All accounts, and the one that the request names, else the first; null when there is none at all.</summary>
    /// <exception cref="DashboardNotFoundException">It names one that does not exist.</exception>
    public async Task<PickedAccount> PickAsync(DashboardRequest request)
    {
        var all = await accounts.GetAllAsync(request.Cancel).ConfigureAwait(false);
        var wanted = request.Text("account");
        if (wanted.Length == 0)
        {
            return new PickedAccount(all, all.Count > 0 ? all[0] : null);
        }

        return new PickedAccount(all, all.FirstOrDefault(account => string.Equals(account.Id.Value, wanted, StringComparison.Ordinal)) ?? throw new DashboardNotFoundException($"There is no account '{wanted}'."));
    }
}
