using System.Text.Json;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.InsightData;

public partial interface IInsightDataApi
{
    /// <summary>The records of all contacts in a collection, ascending, following markers (<c>GET /insightData/v3/contacts/{collectionName}</c>).</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="modifiedSince">Only records modified at or after this instant; all when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<InsightRecord> GetRecordsAsync(string collectionName, DateTimeOffset? modifiedSince = null, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetRecordsAsync"/>.</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="modifiedSince">Only records modified at or after this instant; all when <see langword="null"/>.</param>
    /// <param name="marker">Where to go on (<see cref="MarkerPage{T}.NextMarker"/>); <see langword="null"/> for the first page.</param>
    /// <param name="take">Rows wanted, 1 to 1000; fewer may come.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<MarkerPage<InsightRecord>> GetRecordsPageAsync(string collectionName, DateTimeOffset? modifiedSince = null, string? marker = null, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>The collections a contact has records in (<c>GET /insightData/v3/contacts/{identifier}/{value}</c>).</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<InsightCollection>> GetContactCollectionsAsync(ContactV3Identifier contact, CancellationToken cancellationToken = default);

    /// <summary>One contact's records of a collection, ascending, following markers (<c>GET /insightData/v3/contacts/{identifier}/{value}/{collectionName}</c>).</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="collectionName">The collection.</param>
    /// <param name="modifiedSince">Only records modified at or after this instant; all when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<InsightRecord> GetContactRecordsAsync(ContactV3Identifier contact, string collectionName, DateTimeOffset? modifiedSince = null, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetContactRecordsAsync"/>.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="collectionName">The collection.</param>
    /// <param name="modifiedSince">Only records modified at or after this instant; all when <see langword="null"/>.</param>
    /// <param name="marker">Where to go on (<see cref="MarkerPage{T}.NextMarker"/>); <see langword="null"/> for the first page.</param>
    /// <param name="take">Rows wanted, 1 to 1000; fewer may come.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<MarkerPage<InsightRecord>> GetContactRecordsPageAsync(ContactV3Identifier contact, string collectionName, DateTimeOffset? modifiedSince = null, string? marker = null, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>One of a contact's records (<c>GET /insightData/v3/contacts/{identifier}/{value}/{collectionName}/{recordId}</c>).</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="collectionName">The collection.</param>
    /// <param name="recordId">The record's key.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<InsightRecord> GetContactRecordAsync(ContactV3Identifier contact, string collectionName, string recordId, CancellationToken cancellationToken = default);

    /// <summary>Creates or replaces one of a contact's records with all its content; safe to repeat (<c>PUT /insightData/v3/contacts/{identifier}/{value}/{collectionName}/{recordId}</c>).</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="collectionName">The collection.</param>
    /// <param name="recordId">The record's key.</param>
    /// <param name="content">The content, a JSON object; for instance from <c>JsonSerializer.SerializeToElement</c>.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task PutContactRecordAsync(ContactV3Identifier contact, string collectionName, string recordId, JsonElement content, CancellationToken cancellationToken = default);

    /// <summary>Deletes one of a contact's records (<c>DELETE /insightData/v3/contacts/{identifier}/{value}/{collectionName}/{recordId}</c>).</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="collectionName">The collection.</param>
    /// <param name="recordId">The record's key.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task DeleteContactRecordAsync(ContactV3Identifier contact, string collectionName, string recordId, CancellationToken cancellationToken = default);

    /// <summary>Deletes many of a contact's records (<c>DELETE /insightData/v3/contacts/{identifier}/{value}/{collectionName}/deleteRecords</c>).</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="collectionName">The collection.</param>
    /// <param name="keys">The keys, 1 to 5000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<InsightDeletion> DeleteContactRecordsAsync(ContactV3Identifier contact, string collectionName, IReadOnlyCollection<string> keys, CancellationToken cancellationToken = default);

    /// <summary>Deletes all of a contact's records of a collection, as a job (<c>DELETE /insightData/v3/contacts/{identifier}/{value}/{collectionName}/empty</c>).</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="collectionName">The collection.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The job, to be asked for with <see cref="GetJobAsync"/>.</returns>
    Task<string> EmptyContactCollectionAsync(ContactV3Identifier contact, string collectionName, CancellationToken cancellationToken = default);
}
