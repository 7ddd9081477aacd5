namespace Dotdigital.Sdk.TransactionalData;

/// <summary>A record of transactional data (called Insight data elsewhere): an order, say. Its content is JSON in a string, as v2 has it (<c>ApiTransactionalData</c>).</summary>
public sealed record TransactionalDataRecord
{
    /// <summary>Its key, unique in the collection.</summary>
    public string? Key { get; init; }

    /// <summary>Whose it is: an email address or contact id; <c>account</c> for the account's own.</summary>
    public string? ContactIdentifier { get; init; }

    /// <summary>The content, a JSON object.</summary>
    public string? Json { get; init; }
}
