using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>Reads campaigns with the host's answers in one snapshot.</summary>
internal sealed class CampaignReader(ISyncStore store, AccountDirectory accounts) : ICampaignReader
{
    private const int MostDays = 60;
    private const int MostLinks = 20;

    public async Task<IReadOnlyList<CampaignOverview>> GetAllAsync(AccountId account, CancellationToken cancellationToken)
    {
        await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false);
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(unit, cancellationToken).ConfigureAwait(false);
    }

    public async Task<CampaignDetails?> FindAsync(AccountId account, int campaignId, CancellationToken cancellationToken)
    {
        await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false);
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        if ((await ReadAsync(unit, cancellationToken).ConfigureAwait(false)).FirstOrDefault(campaign => campaign.Campaign.Id == campaignId) is not { } found)
        {
            return null;
        }

        return new CampaignDetails
        {
            Overview = found,
            Days = DaysOf(await unit.Activities.CountMarketingByDayAsync(campaignId, cancellationToken).ConfigureAwait(false)),
            Links = await unit.Activities.CountClicksByLinkAsync(campaignId, MostLinks, cancellationToken).ConfigureAwait(false),
        };
    }

    private static async Task<IReadOnlyList<CampaignOverview>> ReadAsync(IUnitOfWork unit, CancellationToken cancellationToken)
    {
        var links = (await CampaignLinks.ReadAsync(unit, cancellationToken).ConfigureAwait(false)).ToDictionary(static link => link.CampaignId);
        return
        [
            .. (await unit.Campaigns.GetAllAsync(cancellationToken).ConfigureAwait(false))
                .OrderByDescending(static campaign => campaign.SentAt ?? DateTimeOffset.MinValue)
                .ThenByDescending(static campaign => campaign.Id)
                .Select(campaign => new CampaignOverview { Campaign = campaign, Counters = CampaignCounters.Of(campaign.Summary), Link = links.GetValueOrDefault(campaign.Id) }),
        ];
    }

    private static IReadOnlyList<CampaignDay> DaysOf(IReadOnlyList<DailyActivityCount> counts)
    {
        var days = counts
            .Where(static count => count.Kind is MarketingActivityKind.Open or MarketingActivityKind.Click)
            .GroupBy(static count => count.Day)
            .ToDictionary(static day => day.Key, static day => new CampaignDay(day.Key, Sum(day, MarketingActivityKind.Open), Sum(day, MarketingActivityKind.Click)));
        if (days.Count == 0)
        {
            return [];
        }

        var first = days.Keys.Min();
        var length = Math.Min(days.Keys.Max().DayNumber - first.DayNumber + 1, MostDays);
        return [.. Enumerable.Range(0, length).Select(first.AddDays).Select(day => days.GetValueOrDefault(day) ?? new CampaignDay(day, 0, 0))];
    }

    private static long Sum(IEnumerable<DailyActivityCount> counts, MarketingActivityKind kind) => counts.Where(count => count.Kind == kind).Sum(static count => count.Count);
}
