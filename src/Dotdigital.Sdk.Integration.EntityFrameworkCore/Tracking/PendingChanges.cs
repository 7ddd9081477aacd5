using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Transactions;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;

/// <summary>Changes that are saved but not committed: they wait for the end of the host's transaction.</summary>
internal sealed class PendingChanges(FieldChangeAppender appender)
{
    private readonly ConditionalWeakTable<DbTransaction, List<FieldChange>> _byTransaction = [];

    public FieldChangeAppender Appender => appender;

    /// <summary>Keeps the changes until the transaction in use ends; without one they are committed already and come back, to be recorded.</summary>
    public IReadOnlyCollection<FieldChange> AddOrRelease(DbContext context, IReadOnlyCollection<FieldChange> changes)
    {
        if (changes.Count == 0)
        {
            return changes;
        }

        if (context.Database.CurrentTransaction is IInfrastructure<DbTransaction> current)
        {
            var waiting = _byTransaction.GetValue(current.Instance, static _ => []);
            lock (waiting)
            {
                waiting.AddRange(changes);
            }

            return [];
        }

        if (Transaction.Current is { } ambient)
        {
            ambient.TransactionCompleted += (_, completed) =>
            {
                if (completed.Transaction?.TransactionInformation.Status is not TransactionStatus.Aborted)
                {
                    appender.Append(changes);
                }
            };
            return [];
        }

        return changes;
    }

    /// <summary>The changes that waited for this transaction, each once; they wait no longer.</summary>
    public IReadOnlyCollection<FieldChange> Release(DbTransaction transaction)
    {
        if (!_byTransaction.TryGetValue(transaction, out var waiting))
        {
            return [];
        }

        _byTransaction.Remove(transaction);
        lock (waiting)
        {
            return waiting.ToHashSet();
        }
    }
}
