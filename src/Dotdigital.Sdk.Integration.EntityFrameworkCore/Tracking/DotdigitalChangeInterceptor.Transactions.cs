using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;

/// <content>The end of the host's explicit transactions: what was saved in them is recorded, or dropped with them.</content>
public sealed partial class DotdigitalChangeInterceptor : IDbTransactionInterceptor
{
    /// <inheritdoc/>
    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        if (_pending.Release(transaction) is { Count: > 0 } due)
        {
            _pending.Appender.Append(due);
        }
    }

    /// <inheritdoc/>
    public async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (_pending.Release(transaction) is { Count: > 0 } due)
        {
            await _pending.Appender.AppendAsync(due).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => _pending.Release(transaction);

    /// <inheritdoc/>
    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        _pending.Release(transaction);
        return Task.CompletedTask;
    }

    /// <summary>A commit whose answer was lost may have happened: its changes are recorded, which at worst compares a value for nothing.</summary>
    public void TransactionFailed(DbTransaction transaction, TransactionErrorEventData eventData)
    {
        if (IsCommit(eventData) && _pending.Release(transaction) is { Count: > 0 } due)
        {
            _pending.Appender.Append(due);
        }
    }

    /// <summary>A commit whose answer was lost may have happened: its changes are recorded, which at worst compares a value for nothing.</summary>
    public async Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsCommit(eventData) && _pending.Release(transaction) is { Count: > 0 } due)
        {
            await _pending.Appender.AppendAsync(due).ConfigureAwait(false);
        }
    }

    private static bool IsCommit(TransactionErrorEventData eventData) => string.Equals(eventData?.Action, "Commit", StringComparison.Ordinal);
}
