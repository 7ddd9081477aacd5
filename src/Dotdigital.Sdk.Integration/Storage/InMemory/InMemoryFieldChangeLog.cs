using Dotdigital.Sdk.Integration.Tracking;

namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryFieldChangeLog : IFieldChangeLog
{
    private readonly Lock _gate = new();
    private Table<long, FieldChange> _changes = new();
    private long _last;

    public Task AppendAsync(IReadOnlyCollection<FieldChange> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _changes = _changes.Set([.. changes.Select(change => change with { Sequence = ++_last })], static change => change.Sequence);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<FieldChange>> ReadAsync(long afterSequence, int take, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<FieldChange>>([.. _changes.After(afterSequence).Take(take)]);
        }
    }

    public Task DeleteAsync(IReadOnlyCollection<long> sequences, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _changes = _changes.Remove(sequences);
        }

        return Task.CompletedTask;
    }
}
