using System.Globalization;
using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;
using Dotdigital.Sdk.Integration.Campaigns;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Campaigns;

/// <summary>The campaigns, and what people did with them.</summary>
internal sealed class CampaignPages(AccountPicker picker, ISyncStore store, ICampaignLinks links)
{
    private const int MostDays = 60;
    private const int MostLinks = 20;

    /// <summary>All campaigns of an account.</summary>
    public async Task<DashboardAnswer> OverviewAsync(DashboardRequest request)
    {
        var model = new CampaignsModel { Account = await picker.PickAsync(request).ConfigureAwait(false) };
        if (model.Account.Chosen is { } chosen)
        {
            var unit = await store.BeginAsync(chosen.Id, request.Cancel).ConfigureAwait(false);
            await using (unit.ConfigureAwait(false))
            {
                var all = await unit.Campaigns.GetAllAsync(request.Cancel).ConfigureAwait(false);
                model = model with { Campaigns = [.. all.OrderByDescending(static campaign => campaign.SentAt ?? DateTimeOffset.MinValue).ThenByDescending(static campaign => campaign.Id)] };
            }

            model = model with
            {
                Links = (await links.GetAllAsync(chosen.Id, request.Cancel).ConfigureAwait(false)).ToDictionary(static link => link.CampaignId),
                Merges = await links.GetMergesAsync(chosen.Id, request.Cancel).ConfigureAwait(false),
            };
        }

        return DashboardAnswer.Show<CampaignsView>("Campaigns", model);
    }

    /// <summary>One campaign.</summary>
    public async Task<DashboardAnswer> CampaignAsync(DashboardRequest request)
    {
        var account = (await picker.PickAsync(request).ConfigureAwait(false)).Chosen ?? throw new DashboardNotFoundException("There is no account yet.");
        _ = int.TryParse(request.Text("campaign"), NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        var unit = await store.BeginAsync(account.Id, request.Cancel).ConfigureAwait(false);
        await using (unit.ConfigureAwait(false))
        {
            var campaign = (await unit.Campaigns.GetAllAsync(request.Cancel).ConfigureAwait(false)).FirstOrDefault(campaign => campaign.Id == id)
                ?? throw new DashboardNotFoundException($"There is no such campaign in account '{account.Id}'.");
            return DashboardAnswer.Show<CampaignView>(campaign.Name, new CampaignModel
            {
                Account = account,
                Campaign = campaign,
                Numbers = CampaignNumbers.Of(campaign.Summary),
                Days = Days(await unit.Activities.CountMarketingByDayAsync(id, request.Cancel).ConfigureAwait(false)),
                Links = await unit.Activities.CountClicksByLinkAsync(id, MostLinks, request.Cancel).ConfigureAwait(false),
            });
        }
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

    /// <summary>The first days with opens or clicks, and those between them; interest ends soon, so that the first ones are those to look at.</summary>
    private static IReadOnlyList<CampaignDay> Days(IReadOnlyList<DailyActivityCount> counts)
    {
        var days = counts
            .Where(static count => count.Kind is MarketingActivityKind.Open or MarketingActivityKind.Click)
            .GroupBy(static count => count.Day)
            .ToDictionary(
                static day => day.Key,
                static day => new CampaignDay(day.Key, day.Where(static count => count.Kind == MarketingActivityKind.Open).Sum(static count => count.Count), day.Where(static count => count.Kind == MarketingActivityKind.Click).Sum(static count => count.Count)));
        if (days.Count == 0)
        {
            return [];
        }

        var first = days.Keys.Min();
        var length = Math.Min(days.Keys.Max().DayNumber - first.DayNumber + 1, MostDays);
        return [.. Enumerable.Range(0, length).Select(offset => first.AddDays(offset)).Select(day => days.GetValueOrDefault(day) ?? new CampaignDay(day, 0, 0))];
    }
}
