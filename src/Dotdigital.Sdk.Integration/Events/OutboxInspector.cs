using System.Runtime.CompilerServices;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Events;

/// <summary>Reads and decides set-aside events; a run leaves those alone, so that no lease is needed.</summary>
internal sealed class OutboxInspector(ISyncStore store) : IOutboxInspector
{
    private const int PageSize = 200;

    public async Task<OutboxCounts> CountAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        var (waiting, setAside) = await unit.Outbox.CountAsync(cancellationToken).ConfigureAwait(false);
        return new OutboxCounts(waiting, setAside);
    }

    public async IAsyncEnumerable<SetAsideEvent> ReadSetAsideAsync(AccountId account, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long after = 0;
        while (await PageAsync(account, after, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            after = page[^1].Sequence;
            foreach (var row in page)
            {
                yield return new SetAsideEvent
                {
                    EventId = row.EventId,
                    Kind = row.Kind,
                    Event = OutboxEvents.Restore(row),
                    CreatedAt = row.CreatedAt,
                    SetAsideAt = row.SetAsideAt ?? row.CreatedAt,
                    Attempts = row.Attempts,
                    Error = row.Error,
                };
            }
        }
    }

    public async Task<OutboxRetry> RetryAsync(AccountId account, Guid eventId, CancellationToken cancellationToken)
    {
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        if (await FindAsync(unit, eventId, cancellationToken).ConfigureAwait(false) is not { } row)
        {
            return OutboxRetry.NotFound;
        }

        var isObsolete = await IsObsoleteAsync(unit, row, cancellationToken).ConfigureAwait(false);
        await (isObsolete
            ? unit.Outbox.DeleteAsync([row.Sequence], cancellationToken)
            : unit.Outbox.SaveAsync([row with { Attempts = 0, NextAttemptAt = null, SetAsideAt = null }], cancellationToken)).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        return isObsolete ? OutboxRetry.Obsolete : OutboxRetry.Retried;
    }

    public async Task<bool> DismissAsync(AccountId account, Guid eventId, CancellationToken cancellationToken)
    {
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        if (await FindAsync(unit, eventId, cancellationToken).ConfigureAwait(false) is not { } row)
        {
            return false;
        }

        await unit.Outbox.DeleteAsync([row.Sequence], cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<IReadOnlyList<OutboxRecord>> PageAsync(AccountId account, long after, CancellationToken cancellationToken)
    {
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        return await unit.Outbox.PageSetAsideAsync(after, PageSize, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<OutboxRecord?> FindAsync(IUnitOfWork unit, Guid eventId, CancellationToken cancellationToken)
    {
        // A write that changes nothing takes the turn to write: what is read after it cannot change before the decision is stored.
        await unit.Outbox.DeleteAsync([], cancellationToken).ConfigureAwait(false);
        var row = await unit.Outbox.FindAsync(eventId, cancellationToken).ConfigureAwait(false);
        return row?.SetAsideAt is null ? null : row;
    }

    /// <summary>Later events of the person went past this one: an old yes must not undo a newer no, nor the other way round.</summary>
    private static async Task<bool> IsObsoleteAsync(IUnitOfWork unit, OutboxRecord row, CancellationToken cancellationToken)
    {
        var (list, item, wasOptOut) = OutboxEvents.Restore(row) switch
        {
            ContactOptedOut optedOut => (optedOut.ListName, optedOut.ItemId, true),
            ContactReachableAgain back => (back.ListName, back.ItemId, false),
            _ => (string.Empty, string.Empty, false),
        };
        return list.Length > 0 && (await unit.ListItems.FindAsync(list, [item], cancellationToken).ConfigureAwait(false)).Count > 0 != wasOptOut;
    }
}
