namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>
/// Where recorded changes wait: the engine's store, or a table in the host's own database, written in the host's own transaction (the way for
/// production, rule TR-2).
/// </summary>
public interface IFieldChangeLog
{
    /// <summary>Appends changes in a transaction of the log's own; their sequences are given by the log.</summary>
    Task AppendAsync(IReadOnlyCollection<FieldChange> changes, CancellationToken cancellationToken);

    /// <summary>The changes after <paramref name="afterSequence"/>, in order, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<FieldChange>> ReadAsync(long afterSequence, int take, CancellationToken cancellationToken);

    /// <summary>Deletes exactly these (rule TR-3).</summary>
    Task DeleteAsync(IReadOnlyCollection<long> sequences, CancellationToken cancellationToken);
}
