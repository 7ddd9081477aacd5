namespace Dotdigital.Sdk.TransactionalData;

/// <summary>A record that an import refused (<c>ApiTransactionalDataImportReportFault</c>).</summary>
public sealed record TransactionalDataFault
{
    /// <summary>Its key.</summary>
    public string? Key { get; init; }

    /// <summary>Why.</summary>
    public TransactionalDataFaultReason Reason { get; init; }

    /// <summary>The reason in words.</summary>
    public string? Detail { get; init; }
}
