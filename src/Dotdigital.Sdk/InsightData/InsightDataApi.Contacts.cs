using System.Text.Json;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.InsightData;

internal sealed partial class InsightDataApi
{
    private static readonly ApiOperation GetRecords = ApiOperation.Get("InsightData.GetRecords", "/insightData/v3/contacts/{collectionName}");
    private static readonly ApiOperation GetContactCollections = ApiOperation.Get("InsightData.GetContactCollections", "/insightData/v3/contacts/{identifier}/{value}");
    private static readonly ApiOperation GetContactRecords = ApiOperation.Get("InsightData.GetContactRecords", "/insightData/v3/contacts/{identifier}/{value}/{collectionName}");
    private static readonly ApiOperation GetContactRecord =
        ApiOperation.Get("InsightData.GetContactRecord", "/insightData/v3/contacts/{identifier}/{value}/{collectionName}/{recordId}");
    private static readonly ApiOperation PutContactRecord =
        ApiOperation.Repeatable("InsightData.PutContactRecord", HttpMethod.Put, "/insightData/v3/contacts/{identifier}/{value}/{collectionName}/{recordId}");
    private static readonly ApiOperation DeleteContactRecord =
        ApiOperation.Delete("InsightData.DeleteContactRecord", "/insightData/v3/contacts/{identifier}/{value}/{collectionName}/{recordId}");
    private static readonly ApiOperation DeleteContactRecords =
        ApiOperation.Delete("InsightData.DeleteContactRecords", "/insightData/v3/contacts/{identifier}/{value}/{collectionName}/deleteRecords");
    private static readonly ApiOperation EmptyContactCollection =
        ApiOperation.Delete("InsightData.EmptyContactCollection", "/insightData/v3/contacts/{identifier}/{value}/{collectionName}/empty");

    public IAsyncEnumerable<InsightRecord> GetRecordsAsync(string collectionName, DateTimeOffset? modifiedSince = null, CancellationToken cancellationToken = default) =>
        PagedList.FollowAsync((marker, token) => GetRecordsPageAsync(collectionName, modifiedSince, marker, cancellationToken: token), cancellationToken);

    public Task<MarkerPage<InsightRecord>> GetRecordsPageAsync(string collectionName, DateTimeOffset? modifiedSince = null, string? marker = null, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadMarkerPageAsync(Since(GetRecords.With(collectionName), modifiedSince), marker, take, 1000, SdkJson.Default.MarkerPageBodyInsightRecord, cancellationToken);

    public async Task<IReadOnlyList<InsightCollection>> GetContactCollectionsAsync(ContactV3Identifier contact, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return await pipeline.ReadAsync(GetContactCollections.With(contact.Identifier, contact.Value), SdkJson.Default.ListInsightCollection, cancellationToken).ConfigureAwait(false);
    }

    public IAsyncEnumerable<InsightRecord> GetContactRecordsAsync(ContactV3Identifier contact, string collectionName, DateTimeOffset? modifiedSince = null, CancellationToken cancellationToken = default) =>
        PagedList.FollowAsync((marker, token) => GetContactRecordsPageAsync(contact, collectionName, modifiedSince, marker, cancellationToken: token), cancellationToken);

    public Task<MarkerPage<InsightRecord>> GetContactRecordsPageAsync(ContactV3Identifier contact, string collectionName, DateTimeOffset? modifiedSince = null, string? marker = null, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadMarkerPageAsync(Since(GetContactRecords.With(contact.Identifier, contact.Value, collectionName), modifiedSince), marker, take, 1000, SdkJson.Default.MarkerPageBodyInsightRecord, cancellationToken);

    public Task<InsightRecord> GetContactRecordAsync(ContactV3Identifier contact, string collectionName, string recordId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return pipeline.ReadAsync(GetContactRecord.With(contact.Identifier, contact.Value, collectionName, recordId), SdkJson.Default.InsightRecord, cancellationToken);
    }

    public Task PutContactRecordAsync(ContactV3Identifier contact, string collectionName, string recordId, JsonElement content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        Check.JsonObject(content);
        return pipeline.SendAsync(PutContactRecord.With(contact.Identifier, contact.Value, collectionName, recordId) with { Content = RequestBody.FromJson(content, SdkJson.Default.JsonElement) }, cancellationToken);
    }

    public Task DeleteContactRecordAsync(ContactV3Identifier contact, string collectionName, string recordId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return pipeline.SendAsync(DeleteContactRecord.With(contact.Identifier, contact.Value, collectionName, recordId), cancellationToken);
    }

    public Task<InsightDeletion> DeleteContactRecordsAsync(ContactV3Identifier contact, string collectionName, IReadOnlyCollection<string> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(keys);
        Check.Count(keys.Count, 1, 5000, nameof(keys));
        return pipeline.ReadAsync(DeleteContactRecords.With(contact.Identifier, contact.Value, collectionName) with { Content = RequestBody.FromJson(new() { Keys = [.. keys] }, SdkJson.Default.InsightDeletionBody) }, SdkJson.Default.InsightDeletion, cancellationToken);
    }

    public Task<string> EmptyContactCollectionAsync(ContactV3Identifier contact, string collectionName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return StartJobAsync(EmptyContactCollection.With(contact.Identifier, contact.Value, collectionName), cancellationToken);
    }
}
