using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactImports;

internal sealed class ContactImportsApi(RequestPipeline pipeline) : IContactImportsApi
{
    private static readonly ApiOperation ImportCsv =
        ApiOperation.Once("ContactImports.ImportCsv", HttpMethod.Post, "/v2/address-books/{addressBookId}/contacts/import");
    private static readonly ApiOperation ImportCsvMerging =
        ApiOperation.Once("ContactImports.ImportCsvMerging", HttpMethod.Post, "/v2/address-books/{addressBookId}/contacts/import/with-merge-option/{mergeOption}");
    private static readonly ApiOperation ImportIntoAccount = ApiOperation.Once("ContactImports.ImportCsvIntoAccount", HttpMethod.Post, "/v2/contacts/import");
    private static readonly ApiOperation ImportIntoAccountMerging =
        ApiOperation.Once("ContactImports.ImportCsvIntoAccountMerging", HttpMethod.Post, "/v2/contacts/import/with-merge-option/{mergeOption}");
    private static readonly ApiOperation ImportCollection = ApiOperation.Once("ContactImports.ImportCollection", HttpMethod.Post, "/v2/contacts/import-collection");
    private static readonly ApiOperation Get = ApiOperation.Get("ContactImports.Get", "/v2/contacts/import/{importId}");
    private static readonly ApiOperation GetReport = ApiOperation.Get("ContactImports.GetReport", "/v2/contacts/import/{importId}/report");
    private static readonly ApiOperation GetFaults = ApiOperation.Get("ContactImports.GetFaults", "/v2/contacts/import/{importId}/report-faults");

    public Task<ContactImport> ImportCsvAsync(
        int addressBookId,
        ReadOnlyMemory<byte> csv,
        string fileName = "contacts.csv",
        ContactMergeOption? mergeOption = null,
        CancellationToken cancellationToken = default) =>
        SendAsync(ToAddressBook(addressBookId, mergeOption) with { Content = RequestBody.FromFile(csv, fileName, "text/csv") }, cancellationToken);

    public Task<ContactImport> ImportCsvAsync(
        int addressBookId, Stream csv, string fileName = "contacts.csv", ContactMergeOption? mergeOption = null, CancellationToken cancellationToken = default) =>
        SendAsync(ToAddressBook(addressBookId, mergeOption).Upload(FromStream(csv, fileName)), cancellationToken);

    public Task<ContactImport> ImportCsvIntoAccountAsync(
        ReadOnlyMemory<byte> csv, string fileName = "contacts.csv", ContactMergeOption? mergeOption = null, CancellationToken cancellationToken = default) =>
        SendAsync(ToAccount(mergeOption) with { Content = RequestBody.FromFile(csv, fileName, "text/csv") }, cancellationToken);

    public Task<ContactImport> ImportCsvIntoAccountAsync(
        Stream csv, string fileName = "contacts.csv", ContactMergeOption? mergeOption = null, CancellationToken cancellationToken = default) =>
        SendAsync(ToAccount(mergeOption).Upload(FromStream(csv, fileName)), cancellationToken);

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

    private static ApiCall ToAddressBook(int addressBookId, ContactMergeOption? mergeOption) =>
        mergeOption is { } option ? ImportCsvMerging.With(addressBookId, option.Value) : ImportCsv.With(addressBookId);

    private static ApiCall ToAccount(ContactMergeOption? mergeOption) =>
        mergeOption is { } option ? ImportIntoAccountMerging.With(option.Value) : ImportIntoAccount.With();

    private static UploadBody FromStream(Stream csv, string fileName)
    {
        ArgumentNullException.ThrowIfNull(csv);
        return RequestBody.FromFile(csv, fileName, "text/csv");
    }

    private Task<ContactImport> SendAsync(ApiCall call, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(call, SdkJson.Default.ContactImport, cancellationToken);
}
