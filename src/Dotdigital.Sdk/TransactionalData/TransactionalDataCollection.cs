namespace Dotdigital.Sdk.TransactionalData;

/// <summary>A collection of transactional data (<c>ApiTransactionalDataCollection</c>).</summary>
public sealed record TransactionalDataCollection
{
    /// <summary>Its id.</summary>
    public int Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";
}
