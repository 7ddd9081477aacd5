using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>
/// Rule CN-5: a removal of most of a connection's members waits for a person's confirmation, because a list that gives too few items without an error
/// looks just like a list that most left. Unconfirmed removals of a day count together, so that many small ones do not walk around it.
/// </summary>
internal static class RemovalGuard
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Whether so many leavers wait, given what went unconfirmed within the last day.</summary>
    public static bool Stops(DotdigitalIntegrationOptions options, ConnectionRecord connection, LeaverCount count, DateTimeOffset now)
    {
        var recent = connection.RecentRemovalsSince > now - Day ? connection.RecentRemovals : 0;
        var gone = count.Leavers + recent;
        var members = count.Members + recent;
        return count.Leavers > 0 && (gone * 100 > members * options.RemovalGuardPercent || (gone == members && members > options.RemovalGuardMembers));
    }

    /// <summary>Judges the leavers of a complete pass; stores a removal that waits, tells the host of it once, and dismisses one that is over.</summary>
    /// <returns>Why nobody is removed, or null; and whether anybody leaves at all, which no second look at all members needs to find.</returns>
    public static async Task<(string? Waits, bool AnyLeave)> JudgeAsync(AccountRun run, ConnectedList list, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var connection = await FindAsync(unit, list, cancellationToken).ConfigureAwait(false);
        var first = await unit.ListKeys.PageLeaversAsync(connection.Id, 0, 1, cancellationToken).ConfigureAwait(false);
        var count = first.Count == 0 ? default : await unit.ListKeys.CountLeaversAsync(connection.Id, cancellationToken).ConfigureAwait(false);
        var now = run.Time.GetUtcNow();
        if (!Stops(run.Options, connection, count, now))
        {
            if (connection.PendingRemoval is not null || connection.ConfirmedRemovals > 0)
            {
                await unit.Connections.SaveAsync(connection with { PendingRemoval = null, ConfirmedRemovals = 0 }, cancellationToken).ConfigureAwait(false);
                await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            }

            return (null, first.Count > 0);
        }

        if (connection.ConfirmedRemovals >= count.Leavers)
        {
            return (null, first.Count > 0);
        }

        // A confirmation of fewer than there are now is void: it was given for another sight.
        var isNew = connection.PendingRemoval is null || connection.ConfirmedRemovals > 0;
        var pending = new PendingRemoval(count.Leavers, count.Members, isNew ? now : connection.PendingRemoval!.Since);
        if (isNew || connection.PendingRemoval != pending)
        {
            await unit.Connections.SaveAsync(connection with { PendingRemoval = pending, ConfirmedRemovals = 0 }, cancellationToken).ConfigureAwait(false);
            await unit.Outbox.AddAsync(isNew ? [Event(run, connection, pending)] : [], cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        var why = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{count.Leavers} of {count.Members} members would be removed: that waits for a confirmation (IConnectionService.ConfirmRemovalAsync)");
        return (why, AnyLeave: true);
    }

    /// <summary>Notes, in the unit that makes them leave, that so many members leave: against the confirmation, or to the day's count.</summary>
    public static async Task NoteAsync(IUnitOfWork unit, AccountRun run, ConnectedList list, int leavers, CancellationToken cancellationToken)
    {
        if (leavers == 0)
        {
            return;
        }

        var connection = await FindAsync(unit, list, cancellationToken).ConfigureAwait(false);
        var now = run.Time.GetUtcNow();
        var isSameDay = connection.RecentRemovalsSince > now - Day;
        connection = connection.ConfirmedRemovals > 0
            ? connection with { ConfirmedRemovals = Math.Max(0, connection.ConfirmedRemovals - leavers), RecentRemovals = 0, RecentRemovalsSince = null }
            : connection with
            {
                RecentRemovals = (isSameDay ? connection.RecentRemovals : 0) + leavers,
                RecentRemovalsSince = isSameDay ? connection.RecentRemovalsSince : now,
            };
        await unit.Connections.SaveAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends what a confirmation was given for, after the last leaver.</summary>
    public static async Task EndAsync(AccountRun run, ConnectedList list, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var connection = await FindAsync(unit, list, cancellationToken).ConfigureAwait(false);
        if (connection.PendingRemoval is null && connection.ConfirmedRemovals == 0)
        {
            return;
        }

        // Who travels in a batch leaves after it has settled: the confirmation was for them too.
        var left = connection.ConfirmedRemovals == 0 ? default : await unit.ListKeys.CountLeaversAsync(connection.Id, cancellationToken).ConfigureAwait(false);
        await unit.Connections.SaveAsync(
            connection with
            {
                PendingRemoval = left.Leavers == 0 ? null : new PendingRemoval(left.Leavers, left.Members, connection.PendingRemoval?.Since ?? run.Time.GetUtcNow()),
                ConfirmedRemovals = Math.Min(connection.ConfirmedRemovals, left.Leavers),
            },
            cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The connection as it is stored now: a person may have changed it since the run began.</summary>
    private static async Task<ConnectionRecord> FindAsync(IUnitOfWork unit, ConnectedList list, CancellationToken cancellationToken) =>
        (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false)).First(connection => connection.Id == list.Connection.Id);

    private static OutboxRecord Event(AccountRun run, ConnectionRecord connection, PendingRemoval pending) => new RemovalNeedsConfirmation
    {
        EventId = Guid.CreateVersion7(),
        Account = run.Account.Value,
        RecordedAt = run.Time.GetUtcNow(),
        ListName = connection.ListName,
        AddressBookId = connection.AddressBookId,
        Leavers = pending.Leavers,
        Members = pending.Members,
    }.ToOutbox();
}
