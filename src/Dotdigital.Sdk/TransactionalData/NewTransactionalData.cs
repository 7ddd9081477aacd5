namespace Dotdigital.Sdk.TransactionalData;

/// <summary>A record of transactional data to add (<c>ApiTransactionalData</c>).</summary>
public sealed record NewTransactionalData
{
    /// <summary>Its key, unique in the collection.</summary>
    public required string Key { get; init; }

    /// <summary>Whose it is: an email address or contact id; <c>account</c> for the account's own.</summary>
    public required string ContactIdentifier { get; init; }

    /// <summary>The content, a JSON object.</summary>
    public required string Json { get; init; }
}
