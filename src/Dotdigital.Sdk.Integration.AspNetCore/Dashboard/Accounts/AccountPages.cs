using System.Globalization;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;

/// <summary>The accounts and their forms.</summary>
internal sealed class AccountPages(IAccountService accounts, IAccountChecker checker, ISyncMonitor monitor, ISyncStore store)
{
    /// <summary>How many accounts a page shows: each is asked for by itself, as everything stored belongs to one.</summary>
    private const int MostAccounts = 25;

    /// <summary>All accounts, a page of them.</summary>
    public async Task<DashboardAnswer> OverviewAsync(DashboardRequest request)
    {
        var rows = new List<AccountRow>();
        var all = await accounts.GetAllAsync(request.Cancel).ConfigureAwait(false);
        var skip = int.TryParse(request.Text("from"), NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0;
        foreach (var account in all.Skip(skip).Take(MostAccounts))
        {
            var unit = await store.BeginAsync(account.Id, request.Cancel).ConfigureAwait(false);
            await using (unit.ConfigureAwait(false))
            {
                rows.Add(new AccountRow(
                    account,
                    await unit.JobStates.FindAsync(JobNames.Cycle, request.Cancel).ConfigureAwait(false),
                    await unit.JobStates.FindAsync(JobNames.Account, request.Cancel).ConfigureAwait(false),
                    await monitor.FindLimitsAsync(account.Id, request.Cancel).ConfigureAwait(false)));
            }
        }

        return DashboardAnswer.Show<AccountsView>("Accounts", new AccountsModel(rows, all.Count, skip, skip + MostAccounts < all.Count ? skip + MostAccounts : null));
    }

    /// <summary>The form of a new account.</summary>
    public Task<DashboardAnswer> AddFormAsync(DashboardRequest request) => Task.FromResult(Form(new AccountForm { IsNew = true }));

    /// <summary>The form of an account.</summary>
    public async Task<DashboardAnswer> EditFormAsync(DashboardRequest request) => Form(AccountForm.Of(await FindAsync(request).ConfigureAwait(false)));

    /// <summary>Adds an account, or tries its settings.</summary>
    public Task<DashboardAnswer> AddAsync(DashboardRequest request) =>
        SaveAsync(request, isNew: true, Notices.AccountAdded, async (form, settings) =>
        {
            form.Put(settings, request);
            await accounts.AddAsync(new AccountId(form.Id), settings, request.Cancel).ConfigureAwait(false);
        });

    /// <summary>Saves an account, or tries its settings.</summary>
    public Task<DashboardAnswer> EditAsync(DashboardRequest request) =>
        SaveAsync(request, isNew: false, Notices.AccountSaved, (form, _) => accounts.UpdateAsync(new AccountId(form.Id), settings => form.Put(settings, request), request.Cancel));

    /// <summary>Enables an account.</summary>
    public Task<DashboardAnswer> EnableAsync(DashboardRequest request) => SwitchAsync(request, true, Notices.AccountEnabled);

    /// <summary>Disables an account.</summary>
    public Task<DashboardAnswer> DisableAsync(DashboardRequest request) => SwitchAsync(request, false, Notices.AccountDisabled);

    /// <summary>Signs in to an account with what is stored of it.</summary>
    public async Task<DashboardAnswer> CheckAsync(DashboardRequest request)
    {
        var account = await FindAsync(request).ConfigureAwait(false);
        return DashboardAnswer.Show<CheckView>($"Connection of {account.Name}", await checker.CheckAsync(account.Id, request.Cancel).ConfigureAwait(false));
    }

    private async Task<DashboardAnswer> SaveAsync(DashboardRequest request, bool isNew, string notice, Func<AccountForm, AccountSettings, Task> save)
    {
        var form = AccountForm.Of(request, isNew);
        var problems = form.FindProblems();
        if (problems.Count > 0)
        {
            return Form(form).Refused(problems);
        }

        try
        {
            var settings = new AccountSettings();
            if (request.Text("act") is "check")
            {
                form.Put(settings, request);
                return Form(form with { Check = await checker.CheckAsync(new AccountId(form.Id), settings, request.Cancel).ConfigureAwait(false) });
            }

            await save(form, settings).ConfigureAwait(false);
            return DashboardAnswer.GoTo(request.Link("accounts", ("done", notice)));
        }
        catch (DotdigitalException refused)
        {
            return Form(form).Refused([refused.Message]);
        }
    }

    private async Task<DashboardAnswer> SwitchAsync(DashboardRequest request, bool isEnabled, string notice)
    {
        await accounts.SetEnabledAsync(request.Account(), isEnabled, request.Cancel).ConfigureAwait(false);
        return DashboardAnswer.GoTo(request.Link("accounts", ("done", notice)));
    }

    private async Task<AccountDetails> FindAsync(DashboardRequest request) =>
        await accounts.FindAsync(request.Account(), request.Cancel).ConfigureAwait(false)
        ?? throw new DashboardNotFoundException($"There is no account '{request.Account()}'.");

    private static DashboardAnswer Form(AccountForm form) => DashboardAnswer.Show<AccountFormView>(form.IsNew ? "Add an account" : $"Account {form.Id}", form);
}
