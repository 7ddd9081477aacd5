using System.Text.Json;
using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.InsightData;

/// <summary>Insight data: orders, products, carts and collections of your own. v3.</summary>
public partial interface IInsightDataApi
{
    /// <summary>Every collection, the account's and the contacts' (<c>GET /insightData/v3/collections</c>).</summary>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<InsightCollection>> GetCollectionsAsync(CancellationToken cancellationToken = default);

    /// <summary>The account's own collections (<c>GET /insightData/v3/account</c>).</summary>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<InsightCollection>> GetAccountCollectionsAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates an empty collection; one that exists is left as it is, so this is safe to repeat (<c>POST /insightData/v3/collections/{collectionName}</c>).</summary>
    /// <param name="collectionName">Its name, letters, digits, hyphen and underscore, 2 to 255 of them.</param>
    /// <param name="scope">Whose records it holds.</param>
    /// <param name="type">What it holds.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task CreateCollectionAsync(string collectionName, InsightCollectionScope scope, InsightCollectionType type, CancellationToken cancellationToken = default);

    /// <summary>Deletes a collection with all its records, as a job (<c>DELETE /insightData/v3/collections/{collectionName}</c>).</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The job, to be asked for with <see cref="GetJobAsync"/>.</returns>
    Task<string> DeleteCollectionAsync(string collectionName, CancellationToken cancellationToken = default);

    /// <summary>Deletes every record of a collection, but not the collection, as a job (<c>DELETE /insightData/v3/collections/{collectionName}/empty</c>).</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The job, to be asked for with <see cref="GetJobAsync"/>.</returns>
    Task<string> EmptyCollectionAsync(string collectionName, CancellationToken cancellationToken = default);

    /// <summary>The JSON schema of a collection (<c>GET /insightData/v3/collections/{collectionName}/schema</c>).</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<InsightSchema> GetSchemaAsync(string collectionName, CancellationToken cancellationToken = default);

    /// <summary>Creates or replaces many records, as a job; at most 5 at once (<c>PUT /insightData/v3/import</c>). Never repeated after a lost answer.</summary>
    /// <param name="request">The records.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The import's id, to be asked for with <see cref="GetImportAsync"/>.</returns>
    Task<string> ImportAsync(InsightImportRequest request, CancellationToken cancellationToken = default);

    /// <summary>How far an import is, with what it refused (<c>GET /insightData/v3/import/{importId}</c>).</summary>
    /// <param name="importId">The import.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<InsightImport> GetImportAsync(string importId, CancellationToken cancellationToken = default);

    /// <summary>How far a job is (<c>GET /insightData/v3/async/{jobId}</c>).</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<InsightJob> GetJobAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>The account's own records of a collection, ascending, following markers (<c>GET /insightData/v3/account/{collectionName}</c>).</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="modifiedSince">Only records modified at or after this instant; all when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<InsightRecord> GetAccountRecordsAsync(string collectionName, DateTimeOffset? modifiedSince = null, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetAccountRecordsAsync"/>.</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="modifiedSince">Only records modified at or after this instant; all when <see langword="null"/>.</param>
    /// <param name="marker">Where to go on (<see cref="MarkerPage{T}.NextMarker"/>); <see langword="null"/> for the first page.</param>
    /// <param name="take">Rows wanted, 1 to 1000; fewer may come.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<MarkerPage<InsightRecord>> GetAccountRecordsPageAsync(string collectionName, DateTimeOffset? modifiedSince = null, string? marker = null, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>One of the account's own records (<c>GET /insightData/v3/account/{collectionName}/{recordId}</c>).</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="recordId">The record's key.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<InsightRecord> GetAccountRecordAsync(string collectionName, string recordId, CancellationToken cancellationToken = default);

    /// <summary>Creates or replaces one of the account's own records with all its content; safe to repeat (<c>PUT /insightData/v3/account/{collectionName}/{recordId}</c>).</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="recordId">The record's key.</param>
    /// <param name="content">The content, a JSON object; for instance from <c>JsonSerializer.SerializeToElement</c>.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task PutAccountRecordAsync(string collectionName, string recordId, JsonElement content, CancellationToken cancellationToken = default);

    /// <summary>Deletes one of the account's own records (<c>DELETE /insightData/v3/account/{collectionName}/{recordId}</c>).</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="recordId">The record's key.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task DeleteAccountRecordAsync(string collectionName, string recordId, CancellationToken cancellationToken = default);

    /// <summary>Deletes many of the account's own records (<c>DELETE /insightData/v3/accounts/{collectionName}/deleteRecords</c>).</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="keys">The keys, 1 to 5000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<InsightDeletion> DeleteAccountRecordsAsync(string collectionName, IReadOnlyCollection<string> keys, CancellationToken cancellationToken = default);
}
