using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;
using Dotdigital.Sdk.Integration.Campaigns;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Campaigns;

/// <summary>The campaigns, and what people did with them.</summary>
internal sealed class CampaignPages(AccountPicker picker, ICampaignReader campaigns, ICampaignLinks links)
{
    /// <summary>All campaigns of an account.</summary>
    public async Task<DashboardAnswer> OverviewAsync(DashboardRequest request)
    {
        var model = new CampaignsModel { Account = await picker.PickAsync(request).ConfigureAwait(false) };
        if (model.Account.Chosen is { } chosen)
        {
            model = model with
            {
                Campaigns = await campaigns.GetAllAsync(chosen.Id, request.Cancel).ConfigureAwait(false),
                Merges = await links.GetMergesAsync(chosen.Id, request.Cancel).ConfigureAwait(false),
            };
        }

        return DashboardAnswer.Show<CampaignsView>("Campaigns", model);
    }

    /// <summary>One campaign.</summary>
    public async Task<DashboardAnswer> CampaignAsync(DashboardRequest request)
    {
        var account = (await picker.PickAsync(request).ConfigureAwait(false)).Chosen ?? throw new DashboardNotFoundException("There is no account yet.");
        var found = await campaigns.FindAsync(account.Id, request.Number("campaign"), request.Cancel).ConfigureAwait(false)
            ?? throw new DashboardNotFoundException($"There is no such campaign in account '{account.Id}'.");
        return DashboardAnswer.Show<CampaignView>(found.Overview.Campaign.Name, new CampaignModel(account, found));
    }

    /// <summary>Merges the application's marketing campaigns.</summary>
    public async Task<DashboardAnswer> MergeAsync(DashboardRequest request)
    {
        var (from, into) = (request.Text("from"), request.Text("into"));
        if (from.Length == 0 || into.Length == 0 || string.Equals(from, into, StringComparison.Ordinal))
        {
            return (await OverviewAsync(request).ConfigureAwait(false)).Refused(["Choose two different marketing campaigns."]);
        }

        try
        {
            await links.MergeAsync(request.Account(), from, into, request.Cancel).ConfigureAwait(false);
        }
        catch (CampaignLinkException refused)
        {
            return (await OverviewAsync(request).ConfigureAwait(false)).Refused([refused.Message]);
        }

        return DashboardAnswer.GoTo(request.Link("campaigns", ("account", request.Text("account")), ("done", Notices.Merged)));
    }
}
