using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;

/// <summary>The change log in the store itself (rule TR-2).</summary>
internal sealed class FieldChangeLog(IStoreProvider provider, UpsertPlans plans) : IFieldChangeLog
{
    /// <summary>Appends take turns, so that sequences become visible in their order: a reader's cursor never passes one that is still to come.</summary>
    private const string Turn = "field changes";

    public async Task AppendAsync(IReadOnlyCollection<FieldChange> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count == 0)
        {
            return;
        }

        var session = await provider.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        await session.BeginWriteAsync(Turn, cancellationToken).ConfigureAwait(false);
        await session.WriteAsync(plans.Get<FieldChangeRow>(session.Context.Model, OnConflict.Fail), [.. changes.Select(FieldChangeRow.From)], cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<FieldChange>> ReadAsync(long afterSequence, int take, CancellationToken cancellationToken)
    {
        var session = await provider.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        var rows = await session.Context.FieldChanges
            .Where(row => row.Sequence > afterSequence)
            .OrderBy(row => row.Sequence)
            .Take(take)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public async Task DeleteAsync(IReadOnlyCollection<long> sequences, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        if (sequences.Count == 0)
        {
            return;
        }

        var session = await provider.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        await session.BeginWriteAsync(Turn, cancellationToken).ConfigureAwait(false);
        await session.Context.FieldChanges
            .Where(row => EF.Parameter(sequences).Contains(row.Sequence))
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
