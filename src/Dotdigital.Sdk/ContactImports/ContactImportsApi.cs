using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactImports;

internal sealed class ContactImportsApi(RequestPipeline pipeline) : IContactImportsApi
{
    private static readonly ApiOperation ImportCsv =
        ApiOperation.Once("ContactImports.ImportCsv", HttpMethod.Post, "/v2/address-books/{addressBookId}/contacts/import");
    private static readonly ApiOperation ImportCsvMerging =
        ApiOperation.Once("ContactImports.ImportCsvMerging", HttpMethod.Post, "/v2/address-books/{addressBookId}/contacts/import/with-merge-option/{mergeOption}");
    private static readonly ApiOperation ImportCollection = ApiOperation.Once("ContactImports.ImportCollection", HttpMethod.Post, "/v2/contacts/import-collection");
    private static readonly ApiOperation Get = ApiOperation.Get("ContactImports.Get", "/v2/contacts/import/{importId}");
    private static readonly ApiOperation GetReport = ApiOperation.Get("ContactImports.GetReport", "/v2/contacts/import/{importId}/report");
    private static readonly ApiOperation GetFaults = ApiOperation.Get("ContactImports.GetFaults", "/v2/contacts/import/{importId}/report-faults");

    public Task<ContactImport> ImportCsvAsync(
        int addressBookId,
        ReadOnlyMemory<byte> csv,
        string fileName = "contacts.csv",
        ContactMergeOption? mergeOption = null,
        CancellationToken cancellationToken = default)
    {
        var call = mergeOption is { } option ? ImportCsvMerging.With(addressBookId, option.Value) : ImportCsv.With(addressBookId);
        return pipeline.ReadAsync(call with { Content = RequestBody.FromFile(csv, fileName, "text/csv") }, SdkJson.Default.ContactImport, cancellationToken);
    }

    public Task<ContactImport> ImportCollectionAsync(ContactImportCollection collection, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(collection);
        var body = RequestBody.FromJson(collection, SdkJson.Default.ContactImportCollection);
        return pipeline.ReadAsync(ImportCollection.With() with { Content = body }, SdkJson.Default.ContactImport, cancellationToken);
    }

    public Task<ContactImport> GetAsync(Guid importId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(Get.With(importId), SdkJson.Default.ContactImport, cancellationToken);

    public Task<ContactImportReport> GetReportAsync(Guid importId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetReport.With(importId), SdkJson.Default.ContactImportReport, cancellationToken);

    public Task<Stream> GetFaultsAsync(Guid importId, CancellationToken cancellationToken = default) =>
        pipeline.OpenAsync(GetFaults.With(importId), cancellationToken);
}
