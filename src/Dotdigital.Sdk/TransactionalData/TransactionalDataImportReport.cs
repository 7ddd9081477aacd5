namespace Dotdigital.Sdk.TransactionalData;

/// <summary>What became of the records of an import (<c>ApiTransactionalDataImportReport</c>).</summary>
public sealed record TransactionalDataImportReport
{
    /// <summary>Records sent.</summary>
    public int TotalItems { get; init; }

    /// <summary>Records imported.</summary>
    public int TotalImported { get; init; }

    /// <summary>Records refused.</summary>
    public int TotalRejected { get; init; }

    /// <summary>Those refused.</summary>
    public IReadOnlyList<TransactionalDataFault> Faults { get; init => field = value ?? []; } = [];
}
