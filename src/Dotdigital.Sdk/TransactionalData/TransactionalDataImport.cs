namespace Dotdigital.Sdk.TransactionalData;

/// <summary>An import of transactional data (<c>ApiTransactionalDataImport</c>).</summary>
public sealed record TransactionalDataImport
{
    /// <summary>Its id, to be asked for with <see cref="ITransactionalDataApi.GetImportAsync"/>.</summary>
    public Guid Id { get; init; }

    /// <summary>How far it is.</summary>
    public TransactionalDataImportStatus Status { get; init; }
}
