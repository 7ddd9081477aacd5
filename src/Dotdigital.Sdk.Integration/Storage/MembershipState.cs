namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>The export state of a membership as one value, so that no two facts can contradict each other (rule S-3).</summary>
public readonly record struct MembershipState
{
    private MembershipState(ExportState kind, ExportOperation operation, long? batchId, string? reason)
    {
        Kind = kind;
        Operation = operation;
        BatchId = batchId;
        Reason = reason;
    }

    /// <summary>Nothing to send.</summary>
    public static MembershipState Clean { get; }

    /// <summary>Which of the five states.</summary>
    public ExportState Kind { get; }

    /// <summary>What is due, or what the batch does; <see cref="ExportOperation.None"/> otherwise.</summary>
    public ExportOperation Operation { get; }

    /// <summary>The batch that carries the membership; set only when <see cref="Kind"/> is <see cref="ExportState.InBatch"/>.</summary>
    public long? BatchId { get; }

    /// <summary>Why it is held or faulted: a code of <see cref="SetAsideReason"/>.</summary>
    public string? Reason { get; }

    /// <summary><paramref name="operation"/> is due.</summary>
    public static MembershipState Due(ExportOperation operation) =>
        operation == ExportOperation.None ? throw new ArgumentOutOfRangeException(nameof(operation)) : new(ExportState.Due, operation, null, null);

    /// <summary>Carried by <paramref name="batchId"/>, doing <paramref name="operation"/>.</summary>
    public static MembershipState InBatch(long batchId, ExportOperation operation) =>
        operation == ExportOperation.None ? throw new ArgumentOutOfRangeException(nameof(operation)) : new(ExportState.InBatch, operation, batchId, null);

    /// <summary>Held for <paramref name="reason"/>.</summary>
    public static MembershipState Held(string reason) => new(ExportState.Held, ExportOperation.None, null, reason);

    /// <summary>Faulted for <paramref name="reason"/>.</summary>
    public static MembershipState Faulted(string reason) => new(ExportState.Faulted, ExportOperation.None, null, reason);

    /// <summary>Puts a stored state together again.</summary>
    /// <exception cref="ArgumentException">The parts contradict each other: the stored row was not written by this engine.</exception>
    public static MembershipState Restore(ExportState kind, ExportOperation operation, long? batchId, string? reason) => kind switch
    {
        ExportState.Clean => Clean,
        ExportState.Due => Due(operation),
        ExportState.InBatch when batchId is { } id => InBatch(id, operation),
        ExportState.Held => Held(reason ?? SetAsideReason.Unknown),
        ExportState.Faulted => Faulted(reason ?? SetAsideReason.Unknown),
        _ => throw new ArgumentException($"A membership cannot be {kind} with operation {operation} and batch {batchId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}.", nameof(kind)),
    };
}
