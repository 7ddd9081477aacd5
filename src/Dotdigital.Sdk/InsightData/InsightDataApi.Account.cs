using System.Text.Json;
using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.InsightData;

internal sealed partial class InsightDataApi(RequestPipeline pipeline) : IInsightDataApi
{
    private static readonly ApiOperation GetCollections = ApiOperation.Get("InsightData.GetCollections", "/insightData/v3/collections");
    private static readonly ApiOperation GetAccountCollections = ApiOperation.Get("InsightData.GetAccountCollections", "/insightData/v3/account");
    private static readonly ApiOperation CreateCollection =
        ApiOperation.Repeatable("InsightData.CreateCollection", HttpMethod.Post, "/insightData/v3/collections/{collectionName}");
    private static readonly ApiOperation DeleteCollection = ApiOperation.Delete("InsightData.DeleteCollection", "/insightData/v3/collections/{collectionName}");
    private static readonly ApiOperation EmptyCollection = ApiOperation.Delete("InsightData.EmptyCollection", "/insightData/v3/collections/{collectionName}/empty");
    private static readonly ApiOperation GetSchema = ApiOperation.Get("InsightData.GetSchema", "/insightData/v3/collections/{collectionName}/schema");
    private static readonly ApiOperation Import = ApiOperation.Once("InsightData.Import", HttpMethod.Put, "/insightData/v3/import");
    private static readonly ApiOperation GetImport = ApiOperation.Get("InsightData.GetImport", "/insightData/v3/import/{importId}");
    private static readonly ApiOperation GetJob = ApiOperation.Get("InsightData.GetJob", "/insightData/v3/async/{jobId}");
    private static readonly ApiOperation GetAccountRecords = ApiOperation.Get("InsightData.GetAccountRecords", "/insightData/v3/account/{collectionName}");
    private static readonly ApiOperation GetAccountRecord = ApiOperation.Get("InsightData.GetAccountRecord", "/insightData/v3/account/{collectionName}/{recordId}");
    private static readonly ApiOperation PutAccountRecord =
        ApiOperation.Repeatable("InsightData.PutAccountRecord", HttpMethod.Put, "/insightData/v3/account/{collectionName}/{recordId}");
    private static readonly ApiOperation DeleteAccountRecord = ApiOperation.Delete("InsightData.DeleteAccountRecord", "/insightData/v3/account/{collectionName}/{recordId}");
    private static readonly ApiOperation DeleteAccountRecords = ApiOperation.Delete("InsightData.DeleteAccountRecords", "/insightData/v3/accounts/{collectionName}/deleteRecords");

    public async Task<IReadOnlyList<InsightCollection>> GetCollectionsAsync(CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(GetCollections.With(), SdkJson.Default.ListInsightCollection, cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<InsightCollection>> GetAccountCollectionsAsync(CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(GetAccountCollections.With(), SdkJson.Default.ListInsightCollection, cancellationToken).ConfigureAwait(false);

    public Task CreateCollectionAsync(string collectionName, InsightCollectionScope scope, InsightCollectionType type, CancellationToken cancellationToken = default)
    {
        Check.Name(collectionName, 255);
        return pipeline.SendAsync(CreateCollection.With(collectionName).Query("collectionScope", scope.Value).Query("collectionType", type.Value), cancellationToken);
    }

    public Task<string> DeleteCollectionAsync(string collectionName, CancellationToken cancellationToken = default) =>
        StartJobAsync(DeleteCollection.With(collectionName), cancellationToken);

    public Task<string> EmptyCollectionAsync(string collectionName, CancellationToken cancellationToken = default) =>
        StartJobAsync(EmptyCollection.With(collectionName), cancellationToken);

    public Task<InsightSchema> GetSchemaAsync(string collectionName, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetSchema.With(collectionName), SdkJson.Default.InsightSchema, cancellationToken);

    public async Task<string> ImportAsync(InsightImportRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check.Count(request.Records.Count, 1, int.MaxValue, nameof(request));
        var accepted = await pipeline.ReadAsync(Import.With() with { Content = RequestBody.FromJson(request, SdkJson.Default.InsightImportRequest) }, SdkJson.Default.InsightImportAccepted, cancellationToken).ConfigureAwait(false);
        return pipeline.Require(Import, accepted.ImportId, "importId");
    }

    public Task<InsightImport> GetImportAsync(string importId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetImport.With(importId), SdkJson.Default.InsightImport, cancellationToken);

    public Task<InsightJob> GetJobAsync(string jobId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetJob.With(jobId), SdkJson.Default.InsightJob, cancellationToken);

    public IAsyncEnumerable<InsightRecord> GetAccountRecordsAsync(string collectionName, DateTimeOffset? modifiedSince = null, CancellationToken cancellationToken = default) =>
        PagedList.FollowAsync((marker, token) => GetAccountRecordsPageAsync(collectionName, modifiedSince, marker, cancellationToken: token), cancellationToken);

    public Task<MarkerPage<InsightRecord>> GetAccountRecordsPageAsync(string collectionName, DateTimeOffset? modifiedSince = null, string? marker = null, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadMarkerPageAsync(Since(GetAccountRecords.With(collectionName), modifiedSince), marker, take, 1000, SdkJson.Default.MarkerPageBodyInsightRecord, cancellationToken);

    public Task<InsightRecord> GetAccountRecordAsync(string collectionName, string recordId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetAccountRecord.With(collectionName, recordId), SdkJson.Default.InsightRecord, cancellationToken);

    public Task PutAccountRecordAsync(string collectionName, string recordId, JsonElement content, CancellationToken cancellationToken = default)
    {
        Check.JsonObject(content);
        return pipeline.SendAsync(PutAccountRecord.With(collectionName, recordId) with { Content = RequestBody.FromJson(content, SdkJson.Default.JsonElement) }, cancellationToken);
    }

    public Task DeleteAccountRecordAsync(string collectionName, string recordId, CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(DeleteAccountRecord.With(collectionName, recordId), cancellationToken);

    public Task<InsightDeletion> DeleteAccountRecordsAsync(string collectionName, IReadOnlyCollection<string> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        Check.Count(keys.Count, 1, 5000, nameof(keys));
        return pipeline.ReadAsync(DeleteAccountRecords.With(collectionName) with { Content = RequestBody.FromJson(new() { Keys = [.. keys] }, SdkJson.Default.InsightDeletionBody) }, SdkJson.Default.InsightDeletion, cancellationToken);
    }

    private static ApiCall Since(ApiCall call, DateTimeOffset? modifiedSince) =>
        modifiedSince is { } since ? call.Query("~modified", $"gte::{DotdigitalDate.Format(since)}") : call;

    private async Task<string> StartJobAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var accepted = await pipeline.ReadAsync(call, SdkJson.Default.InsightJobAccepted, cancellationToken).ConfigureAwait(false);
        return pipeline.Require(call.Operation, accepted.JobId, "jobId");
    }
}
