using System.Globalization;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Import;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>Keeps the stored campaigns of connected books like Dotdigital's, hourly, and tells the host of those first seen sent (rule IM-2).</summary>
internal sealed class ImportCampaignsStep(ILogger<ImportCampaignsStep> logger)
{
    private const int SaveSize = 500;
    private const int MaxLookUps = 20;

    /// <param name="run">The run.</param>
    /// <param name="force">Reads also when the hour is not over.</param>
    /// <param name="cancellationToken">Cancels the step.</param>
    public async Task<StepReport> RunAsync(AccountRun run, bool force, CancellationToken cancellationToken)
    {
        var started = run.Time.GetTimestamp();
        if (!force && !await StepSchedule.IsDueAsync(run, StepNames.ImportCampaigns, 0, run.Options.CampaignsInterval, cancellationToken).ConfigureAwait(false))
        {
            return new StepReport { Step = StepNames.ImportCampaigns, NotRun = "Campaigns were read within the interval." };
        }

        var connected = await run.GetConnectedListsAsync(cancellationToken).ConfigureAwait(false);
        var failures = new StepFailures();
        var read = await ReadAsync(run, connected, failures, cancellationToken).ConfigureAwait(false);
        var gone = run.OnlyList is null ? await FindGoneAsync(run, read, failures, cancellationToken).ConfigureAwait(false) : new HashSet<int>();
        var (added, updated, announced) = await StoreSeenAsync(run, read, connected, cancellationToken).ConfigureAwait(false);
        await StoreUnseenAsync(run, read, gone, cancellationToken).ConfigureAwait(false);

        logger.CampaignsImported(run.Account.Value, read.Count, read.BookCount, added, updated, gone.Count, announced);
        return new StepReport
        {
            Step = StepNames.ImportCampaigns,
            Read = read.Count,
            Added = added,
            Updated = updated,
            Removed = gone.Count,
            Sent = announced,
            Skipped = read.Count - added - updated,
            Error = failures.Error,
            Exception = failures.Exception,
            Duration = run.Time.GetElapsedTime(started),
        };
    }

    private async Task<BookCampaigns> ReadAsync(AccountRun run, IReadOnlyList<ConnectedList> connected, StepFailures failures, CancellationToken cancellationToken)
    {
        var read = new BookCampaigns();
        foreach (var bookId in connected.Select(static list => list.Book.Id))
        {
            try
            {
                var pages = OverlappingPages.ReadAsync(
                    (skip, take, cancel) => run.Client.Campaigns.GetForAddressBookPageAsync(bookId, skip, take, cancel), cancellationToken);
                await foreach (var page in pages.ConfigureAwait(false))
                {
                    foreach (var campaign in page.Items)
                    {
                        read.Add(bookId, campaign);
                    }
                }

                read.EndBook(bookId);
            }
            catch (DotdigitalException failure) when (StepFailures.IsContained(failure))
            {
                logger.BookFailed(failure, run.Account.Value, bookId);
                failures.Add(failure);
                read.FailBook(bookId);
            }
        }

        return read;
    }

    private static async Task<IReadOnlySet<int>> FindGoneAsync(AccountRun run, BookCampaigns read, StepFailures failures, CancellationToken cancellationToken)
    {
        List<int> missing;
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            missing = [.. (await unit.Campaigns.GetAllAsync(cancellationToken).ConfigureAwait(false)).Where(read.MayBeGone).Select(static campaign => campaign.Id)];
        }

        if (read.Count > 0)
        {
            return missing.ToHashSet();
        }

        // An empty answer deletes nothing by itself: each one is asked for.
        var gone = new HashSet<int>();
        foreach (var campaignId in missing.Take(MaxLookUps))
        {
            try
            {
                await run.Client.Campaigns.GetDetailsAsync(campaignId, cancellationToken).ConfigureAwait(false);
            }
            catch (DotdigitalNotFoundException)
            {
                gone.Add(campaignId);
            }
            catch (DotdigitalException failure) when (StepFailures.IsContained(failure))
            {
                failures.Add(failure);
            }
        }

        return gone;
    }

    private static async Task<(int Added, int Updated, int Announced)> StoreSeenAsync(
        AccountRun run, BookCampaigns read, IReadOnlyList<ConnectedList> connected, CancellationToken cancellationToken)
    {
        var listNames = connected.ToDictionary(static list => list.Book.Id, static list => list.List.Name);
        int added = 0, updated = 0, announced = 0;
        foreach (var ids in read.Ids.Order().Chunk(SaveSize))
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var stored = (await unit.Campaigns.GetAllAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(static campaign => campaign.Id);
            var changed = new List<CampaignRecord>();
            var events = new List<OutboxRecord>();
            foreach (var id in ids)
            {
                var before = stored.GetValueOrDefault(id);
                var campaign = Merge(read, before, id, run.OnlyList is not null);
                if (CampaignStates.IsSent(campaign.Status) && !campaign.IsAnnounced)
                {
                    campaign = campaign with { IsAnnounced = true };
                    events.Add(FirstSent(run, campaign, listNames).ToOutbox());
                }

                if (!CampaignRecords.AreSame(campaign, before))
                {
                    changed.Add(campaign);
                    added += before is null ? 1 : 0;
                    updated += before is null ? 0 : 1;
                }
            }

            await unit.Campaigns.SaveAsync(changed, cancellationToken).ConfigureAwait(false);
            await unit.Outbox.AddAsync(events, cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            announced += events.Count;
        }

        return (added, updated, announced);
    }

    /// <summary>A run limited to one connection says nothing about the links to other books (rule CN-3).</summary>
    private static CampaignRecord Merge(BookCampaigns read, CampaignRecord? before, int id, bool isLimited)
    {
        var campaign = read.Merge(id, before);
        return isLimited && before is not null
            ? campaign with { AddressBookIds = [.. campaign.AddressBookIds.Union(before.AddressBookIds).Order()] }
            : campaign;
    }

    private static async Task StoreUnseenAsync(AccountRun run, BookCampaigns read, IReadOnlySet<int> gone, CancellationToken cancellationToken)
    {
        if (run.OnlyList is not null)
        {
            return;
        }

        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var unseen = (await unit.Campaigns.GetAllAsync(cancellationToken).ConfigureAwait(false)).Where(campaign => !read.Contains(campaign.Id));
        var changed = new List<CampaignRecord>();
        foreach (var before in unseen)
        {
            var campaign = read.CutLinks(gone.Contains(before.Id) ? before with { DeletedAt = run.DotdigitalBegin } : before);
            if (!CampaignRecords.AreSame(campaign, before))
            {
                changed.Add(campaign);
            }
        }

        await unit.Campaigns.SaveAsync(changed, cancellationToken).ConfigureAwait(false);
        if (read.IsComplete)
        {
            await unit.Watermarks.SaveAsync(new WatermarkRecord { Step = StepNames.ImportCampaigns, At = run.DotdigitalBegin }, cancellationToken).ConfigureAwait(false);
        }

        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static CampaignFirstSent FirstSent(AccountRun run, CampaignRecord campaign, Dictionary<int, string> listNames) => new()
    {
        EventId = EventIds.For(run.Account, nameof(CampaignFirstSent), campaign.Id.ToString(CultureInfo.InvariantCulture)),
        Account = run.Account.Value,
        RecordedAt = run.Time.GetUtcNow(),
        CampaignId = campaign.Id,
        Name = campaign.Name,
        Code = CampaignCode.For(campaign.Name, campaign.Id),
        ListNames = [.. campaign.AddressBookIds.Where(listNames.ContainsKey).Select(id => listNames[id]).Order(StringComparer.Ordinal)],
    };
}
