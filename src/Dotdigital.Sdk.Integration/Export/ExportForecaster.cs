using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>Counts what an export would do: stages the keys as an export does, decides nothing and stores no decision (rule CN-4).</summary>
internal static class ExportForecaster
{
    private const int PageSize = 2000;

    public static async Task<ExportForecast> RunAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var plan = await ExportPlan.CreateAsync(run, cancellationToken).ConfigureAwait(false);
        var lists = new List<ListForecast>();
        foreach (var list in plan.Lists)
        {
            lists.Add(await CountAsync(run, plan, list, cancellationToken).ConfigureAwait(false));
        }

        return new ExportForecast(run.Account, lists);
    }

    private static async Task<ListForecast> CountAsync(AccountRun run, ExportPlan plan, ConnectedList list, CancellationToken cancellationToken)
    {
        string? problem = null;
        try
        {
            plan.ReaderFor(list);
        }
        catch (DotdigitalException wrong)
        {
            problem = wrong.Message;
        }

        var staged = await StageKeysStep.RunAsync(run, list, cancellationToken).ConfigureAwait(false);
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var counts = await unit.Memberships.CountAsync(list.Connection.Id, cancellationToken).ConfigureAwait(false);
        var (unmatched, linked, renames) = await CountUnmatchedAsync(unit, list, cancellationToken).ConfigureAwait(false);
        var toAdd = unmatched + Due(counts, ExportOperation.New) + Due(counts, ExportOperation.Add);
        var toCompare = linked + Due(counts, ExportOperation.Update);
        return new ListForecast
        {
            ListName = list.List.Name,
            AddressBook = list.Book.Name,
            ToAdd = toAdd,
            ToCompare = toCompare,
            ToRename = renames,
            ToRemove = Due(counts, ExportOperation.Remove) + await CountLeaversAsync(unit, list, cancellationToken).ConfigureAwait(false),
            OptedOut = staged.Skipped + await CountOptedOutAsync(unit, list, cancellationToken).ConfigureAwait(false),
            SetAside = staged.SetAside,
            Items = staged.Read,
            Batches = (toAdd + toCompare + run.Options.MaxBatchRows - 1) / run.Options.MaxBatchRows,
            Problem = problem,
        };
    }

    private static long Due(IReadOnlyList<MembershipCount> counts, ExportOperation operation) =>
        counts.Where(count => count.State == ExportState.Due && count.Operation == operation).Sum(static count => count.Count);

    private static async Task<(long Unmatched, long Linked, long Renames)> CountUnmatchedAsync(IUnitOfWork unit, ConnectedList list, CancellationToken cancellationToken)
    {
        long unmatched = 0, linked = 0, renames = 0;
        string? after = null;
        while (true)
        {
            var page = await unit.ListKeys.PageUnmatchedAsync(list.Connection.Id, list.List.Name, after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return (unmatched, linked, renames);
            }

            var known = (await unit.Contacts.FindByEmailAsync([.. page.Select(static match => match.Key.Email).Distinct()], cancellationToken).ConfigureAwait(false)).ToDictionary(static contact => contact.Email);
            var present = (await unit.Memberships.FindByContactAsync([.. known.Values.Select(static contact => contact.Id)], cancellationToken).ConfigureAwait(false))
                .Where(membership => membership.AddressBookId == list.Connection.AddressBookId)
                .ToDictionary(static membership => membership.ContactId);
            foreach (var match in page)
            {
                var contact = known.GetValueOrDefault(match.Key.Email);
                var membership = contact is null ? null : present.GetValueOrDefault(contact.Id);
                var isSendable = match.Current is null && IsReachable(contact?.Status) && IsReachable(membership?.Status);
                unmatched += isSendable && membership is null ? 1 : 0;
                linked += isSendable && membership is not null ? 1 : 0;
                renames += match.Current is { } current && current.Contact.Email != match.Key.Email ? 1 : 0;
            }

            after = page[^1].Key.ItemId;
        }
    }

    private static bool IsReachable(SubscriptionStatus? status) => status is null || status.Value.Reachability is Reachability.Unknown or Reachability.Reachable;

    private static async Task<long> CountLeaversAsync(IUnitOfWork unit, ConnectedList list, CancellationToken cancellationToken)
    {
        long leavers = 0;
        long after = 0;
        while (true)
        {
            var page = await unit.ListKeys.PageLeaversAsync(list.Connection.Id, after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return leavers;
            }

            leavers += page.Count;
            after = page[^1].Contact.Id;
        }
    }

    /// <summary>Items that are opted out on our side or on Dotdigital's, beside those that the host says so of itself.</summary>
    private static async Task<long> CountOptedOutAsync(IUnitOfWork unit, ConnectedList list, CancellationToken cancellationToken)
    {
        long optedOut = 0;
        string? after = null;
        while (true)
        {
            var page = await unit.ListItems.PageAsync(list.List.Name, after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                break;
            }

            var listed = await unit.ListKeys.FindAsync(list.Connection.Id, [.. page.Select(static item => item.ItemId)], cancellationToken).ConfigureAwait(false);
            optedOut += listed.Count(static key => !key.IsOptedOut);
            after = page[^1].ItemId;
        }

        after = null;
        while (true)
        {
            var page = await unit.ListKeys.PageOptedOutAsync(list.Connection.Id, list.List.Name, list.Connection.AddressBookId, after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return optedOut;
            }

            optedOut += page.Count(static row => !row.Key.IsOptedOut);
            after = page[^1].Key.ItemId;
        }
    }
}
