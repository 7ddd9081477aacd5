using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.TransactionalData;

/// <summary>Transactional (Insight) data through v2, where a record is JSON in a string. New code is better served by <see cref="IDotdigitalClient.InsightData"/>.</summary>
public interface ITransactionalDataApi
{
    /// <summary>Every collection, page by page (<c>GET /v2/contacts/transactional-data-collections</c>).</summary>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<TransactionalDataCollection> GetCollectionsAsync(CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetCollectionsAsync"/>.</summary>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<TransactionalDataCollection>> GetCollectionsPageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>Adds a record (<c>POST /v2/contacts/transactional-data/{collectionName}</c>). Not repeated after a lost answer.</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<TransactionalDataRecord> AddAsync(string collectionName, NewTransactionalData record, CancellationToken cancellationToken = default);

    /// <summary>Replaces the whole content of a record; safe to repeat (<c>POST /v2/contacts/transactional-data/{collectionName}/{key}</c>).</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="key">The record's key.</param>
    /// <param name="json">The content, a JSON object.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<TransactionalDataRecord> ReplaceAsync(string collectionName, string key, string json, CancellationToken cancellationToken = default);

    /// <summary>One record (<c>GET /v2/contacts/transactional-data/{collectionName}/{key}</c>).</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="key">The record's key.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<TransactionalDataRecord> GetAsync(string collectionName, string key, CancellationToken cancellationToken = default);

    /// <summary>Deletes a record (<c>DELETE /v2/contacts/transactional-data/{collectionName}/{key}</c>).</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="key">The record's key.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task DeleteAsync(string collectionName, string key, CancellationToken cancellationToken = default);

    /// <summary>Records of a collection from an id on; pass the last key to go on (<c>GET /v2/contacts/transactional-data/{collectionName}</c>).</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="fromId">Where to begin; at the beginning when <see langword="null"/>.</param>
    /// <param name="take">Rows wanted, at least 1.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The records; empty at the end.</returns>
    Task<IReadOnlyList<TransactionalDataRecord>> GetFromAsync(string collectionName, string? fromId = null, int take = 100, CancellationToken cancellationToken = default);

    /// <summary>The account's own records of a collection, page by page (<c>GET /v2/transactional-data/{collectionName}</c>).</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<TransactionalDataRecord> GetInAccountAsync(string collectionName, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetInAccountAsync"/>.</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 100.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<TransactionalDataRecord>> GetInAccountPageAsync(string collectionName, int skip = 0, int take = 100, CancellationToken cancellationToken = default);

    /// <summary>A contact's records of a collection, the 100 most recent (<c>GET /v2/contacts/{id}/transactional-data/{collectionName}</c>, or by email).</summary>
    /// <param name="contact">The contact, by id or by email.</param>
    /// <param name="collectionName">The collection.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<TransactionalDataRecord>> GetForContactAsync(ContactKey contact, string collectionName, CancellationToken cancellationToken = default);

    /// <summary>Deletes all of a contact's records of a collection (<c>DELETE /v2/contacts/{id}/transactional-data/{collectionName}</c>, or by email).</summary>
    /// <param name="contact">The contact, by id or by email.</param>
    /// <param name="collectionName">The collection.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task DeleteForContactAsync(ContactKey contact, string collectionName, CancellationToken cancellationToken = default);

    /// <summary>Deletes every record of a collection, but not the collection; safe to repeat (<c>PUT /v2/contacts/transactional-data/{collectionName}/empty</c>).</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task EmptyAsync(string collectionName, CancellationToken cancellationToken = default);

    /// <summary>Adds or replaces many records, as a job (<c>POST /v2/contacts/transactional-data/import/{collectionName}</c>). Never repeated after a lost answer.</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="records">The records; at least one.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The import, to be followed with <see cref="GetImportAsync"/>.</returns>
    Task<TransactionalDataImport> ImportAsync(string collectionName, IReadOnlyList<NewTransactionalData> records, CancellationToken cancellationToken = default);

    /// <summary>How far an import is (<c>GET /v2/contacts/transactional-data/import/{importId}</c>).</summary>
    /// <param name="importId">The import.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<TransactionalDataImport> GetImportAsync(Guid importId, CancellationToken cancellationToken = default);

    /// <summary>What became of the records of an import (<c>GET /v2/contacts/transactional-data/import/{importId}/report</c>).</summary>
    /// <param name="importId">The import; finished.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<TransactionalDataImportReport> GetImportReportAsync(Guid importId, CancellationToken cancellationToken = default);
}
