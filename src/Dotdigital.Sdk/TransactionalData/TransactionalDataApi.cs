using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.TransactionalData;

internal sealed class TransactionalDataApi(RequestPipeline pipeline) : ITransactionalDataApi
{
    private static readonly ApiOperation GetCollections = ApiOperation.Get("TransactionalData.GetCollections", "/v2/contacts/transactional-data-collections");
    private static readonly ApiOperation Add = ApiOperation.Once("TransactionalData.Add", HttpMethod.Post, "/v2/contacts/transactional-data/{collectionName}");
    private static readonly ApiOperation Replace = ApiOperation.Repeatable("TransactionalData.Replace", HttpMethod.Post, "/v2/contacts/transactional-data/{collectionName}/{key}");
    private static readonly ApiOperation Get = ApiOperation.Get("TransactionalData.Get", "/v2/contacts/transactional-data/{collectionName}/{key}");
    private static readonly ApiOperation Delete = ApiOperation.Delete("TransactionalData.Delete", "/v2/contacts/transactional-data/{collectionName}/{key}");
    private static readonly ApiOperation GetFrom = ApiOperation.Get("TransactionalData.GetFrom", "/v2/contacts/transactional-data/{collectionName}");
    private static readonly ApiOperation GetInAccount = ApiOperation.Get("TransactionalData.GetInAccount", "/v2/transactional-data/{collectionName}");
    private static readonly ApiOperation GetForContactById = ApiOperation.Get("TransactionalData.GetForContactById", "/v2/contacts/{id}/transactional-data/{collectionName}");
    private static readonly ApiOperation GetForContactByEmail =
        ApiOperation.Get("TransactionalData.GetForContactByEmail", "/v2/contacts/{email}/transactional-data/{collectionName}");
    private static readonly ApiOperation DeleteForContactById =
        ApiOperation.Delete("TransactionalData.DeleteForContactById", "/v2/contacts/{id}/transactional-data/{collectionName}");
    private static readonly ApiOperation DeleteForContactByEmail =
        ApiOperation.Delete("TransactionalData.DeleteForContactByEmail", "/v2/contacts/{email}/transactional-data/{collectionName}");
    private static readonly ApiOperation Empty = ApiOperation.Repeatable("TransactionalData.Empty", HttpMethod.Put, "/v2/contacts/transactional-data/{collectionName}/empty");
    private static readonly ApiOperation Import = ApiOperation.Once("TransactionalData.Import", HttpMethod.Post, "/v2/contacts/transactional-data/import/{collectionName}");
    private static readonly ApiOperation GetImport = ApiOperation.Get("TransactionalData.GetImport", "/v2/contacts/transactional-data/import/{importId}");
    private static readonly ApiOperation GetImportReport = ApiOperation.Get("TransactionalData.GetImportReport", "/v2/contacts/transactional-data/import/{importId}/report");

    public IAsyncEnumerable<TransactionalDataCollection> GetCollectionsAsync(CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetCollectionsPageAsync(skip, cancellationToken: token), cancellationToken);

    public Task<Page<TransactionalDataCollection>> GetCollectionsPageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetCollections.With(), skip, take, SdkJson.Default.ListTransactionalDataCollection, cancellationToken);

    public Task<TransactionalDataRecord> AddAsync(string collectionName, NewTransactionalData record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return pipeline.ReadAsync(Add.With(collectionName) with { Content = RequestBody.FromJson(record, SdkJson.Default.NewTransactionalData) }, SdkJson.Default.TransactionalDataRecord, cancellationToken);
    }

    public Task<TransactionalDataRecord> ReplaceAsync(string collectionName, string key, string json, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(json);
        return pipeline.ReadAsync(Replace.With(collectionName, key) with { Content = RequestBody.FromJson(new() { Json = json }, SdkJson.Default.TransactionalDataContent) }, SdkJson.Default.TransactionalDataRecord, cancellationToken);
    }

    public Task<TransactionalDataRecord> GetAsync(string collectionName, string key, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(Get.With(collectionName, key), SdkJson.Default.TransactionalDataRecord, cancellationToken);

    public Task DeleteAsync(string collectionName, string key, CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(Delete.With(collectionName, key), cancellationToken);

    public async Task<IReadOnlyList<TransactionalDataRecord>> GetFromAsync(string collectionName, string? fromId = null, int take = 100, CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(AddRange(GetFrom.With(collectionName), fromId, take), SdkJson.Default.ListTransactionalDataRecord, cancellationToken).ConfigureAwait(false);

    public IAsyncEnumerable<TransactionalDataRecord> GetInAccountAsync(string collectionName, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetInAccountPageAsync(collectionName, skip, cancellationToken: token), cancellationToken);

    public Task<Page<TransactionalDataRecord>> GetInAccountPageAsync(string collectionName, int skip = 0, int take = 100, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetInAccount.With(collectionName), skip, take, SdkJson.Default.ListTransactionalDataRecord, cancellationToken);

    public async Task<IReadOnlyList<TransactionalDataRecord>> GetForContactAsync(ContactKey contact, string collectionName, CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync((contact.IsEmail ? GetForContactByEmail : GetForContactById).With(contact.Segment, collectionName), SdkJson.Default.ListTransactionalDataRecord, cancellationToken).ConfigureAwait(false);

    public Task DeleteForContactAsync(ContactKey contact, string collectionName, CancellationToken cancellationToken = default) =>
        pipeline.SendAsync((contact.IsEmail ? DeleteForContactByEmail : DeleteForContactById).With(contact.Segment, collectionName), cancellationToken);

    public Task EmptyAsync(string collectionName, CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(Empty.With(collectionName), cancellationToken);

    public Task<TransactionalDataImport> ImportAsync(string collectionName, IReadOnlyList<NewTransactionalData> records, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        Check.Count(records.Count, 1, int.MaxValue, nameof(records));
        return pipeline.ReadAsync(Import.With(collectionName) with { Content = RequestBody.FromJson(records, SdkJson.Default.IReadOnlyListNewTransactionalData) }, SdkJson.Default.TransactionalDataImport, cancellationToken);
    }

    public Task<TransactionalDataImport> GetImportAsync(Guid importId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetImport.With(importId), SdkJson.Default.TransactionalDataImport, cancellationToken);

    public Task<TransactionalDataImportReport> GetImportReportAsync(Guid importId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetImportReport.With(importId), SdkJson.Default.TransactionalDataImportReport, cancellationToken);

    private static ApiCall AddRange(ApiCall call, string? fromId, int take)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        call = fromId is null ? call : call.Query("fromId", fromId);
        return call.Query("take", take);
    }
}
