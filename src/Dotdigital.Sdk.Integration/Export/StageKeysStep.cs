using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>
/// Rule EX-1: stages one complete pass over a list's keys. A pass that fails throws, so that nothing after it can take a key it never saw for
/// one that left. Items without a usable address are set aside; one that is in the book already stays staged under the address it has there.
/// </summary>
internal static class StageKeysStep
{
    private const int PageSize = 5000;

    public static async Task<StepReport> RunAsync(AccountRun run, ConnectedList list, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.StageKeys, Scope = list.List.Name };
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            await unit.ListKeys.ClearAsync(list.Connection.Id, cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        var page = new List<ListKey>(PageSize);
        await using (var session = run.Lists.Open(list.List))
        {
            await foreach (var key in session.Source.ReadKeysAsync(cancellationToken).ConfigureAwait(false))
            {
                page.Add(key);
                if (page.Count == PageSize)
                {
                    report = report.Plus(await StageAsync(run, list, page, cancellationToken).ConfigureAwait(false));
                    run.Tell(StepNames.StageKeys, list.List.Name, report.Read);
                    page.Clear();
                }
            }
        }

        report = report.Plus(await StageAsync(run, list, page, cancellationToken).ConfigureAwait(false));
        return report with { SetAside = report.SetAside + await SetDuplicatesAsideAsync(run, list, cancellationToken).ConfigureAwait(false) };
    }

    private static async Task<StepReport> StageAsync(AccountRun run, ConnectedList list, List<ListKey> page, CancellationToken cancellationToken)
    {
        var staged = new List<StagedKey>(page.Count);
        var unusable = new Dictionary<string, ListKey>(StringComparer.Ordinal);
        var unkept = new List<SetAsideRecord>();
        foreach (var key in page)
        {
            if (string.IsNullOrEmpty(key.ItemId))
            {
                throw new MarketingListException(list.List.Name, "gave an item without an id; give every item a stable id of 1 to 200 characters.");
            }

            if (!ItemIds.CanBeKept(key.ItemId))
            {
                unkept.Add(SetAside(run, list, ItemIds.Shown(key.ItemId), SetAsideReason.InvalidItemId, "The item's id is longer than 200 characters, or no valid text: give it another one to export it."));
            }
            else if (EmailAddress.TryParse(key.Email, out var email))
            {
                staged.Add(new StagedKey(key.ItemId, email, key.IsOptedOut));
            }
            else
            {
                unusable[key.ItemId] = key;
            }
        }

        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (unusable.Count > 0)
        {
            var present = await unit.Memberships.FindByItemAsync(list.Connection.Id, unusable.Keys, cancellationToken).ConfigureAwait(false);
            staged.AddRange(present.Select(view => new StagedKey(view.Membership.ItemId!, view.Contact.Email, unusable[view.Membership.ItemId!].IsOptedOut)));
        }

        if (unusable.Count + unkept.Count > 0)
        {
            await unit.ListItems.SaveSetAsideAsync([.. unusable.Values.Select(key => SetAside(run, list, key)), .. unkept], cancellationToken).ConfigureAwait(false);
        }

        await unit.ListKeys.AddAsync(list.Connection.Id, staged, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new StepReport { Step = StepNames.StageKeys, Read = page.Count, Skipped = staged.Count(static key => key.IsOptedOut), SetAside = unusable.Count + unkept.Count };
    }

    private static SetAsideRecord SetAside(AccountRun run, ConnectedList list, ListKey key)
    {
        var isMissing = string.IsNullOrWhiteSpace(key.Email);
        return SetAside(
            run,
            list,
            key.ItemId,
            isMissing ? SetAsideReason.NoEmail : SetAsideReason.InvalidEmail,
            isMissing ? "The item has no email: give it one to export it." : "The item's email has no valid shape: correct it to export the item.");
    }

    private static SetAsideRecord SetAside(AccountRun run, ConnectedList list, string itemId, string reason, string detail) => new()
    {
        ListName = list.List.Name,
        ItemId = itemId,
        Reason = reason,
        Detail = detail,
        Pass = run.Lease.Fence,
        At = run.Time.GetUtcNow(),
    };

    private static async Task<long> SetDuplicatesAsideAsync(AccountRun run, ConnectedList list, CancellationToken cancellationToken)
    {
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            await unit.ListKeys.MarkDuplicatesAsync(list.Connection.Id, cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        long count = 0;
        string? after = null;
        while (true)
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var page = await unit.ListKeys.PageDuplicatesAsync(list.Connection.Id, after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                await unit.ListItems.ForgetSetAsideAsync(list.List.Name, run.Lease.Fence, cancellationToken).ConfigureAwait(false);
                await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
                return count;
            }

            await unit.ListItems.SaveSetAsideAsync(
                [
                    .. page.Select(key => SetAside(
                        run, list, key.ItemId, SetAsideReason.DuplicateEmail, "Another item of the list, smaller by id, has the same email: merge the two to export this one.")),
                ],
                cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            count += page.Count;
            after = page[^1].ItemId;
        }
    }
}
