using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactsV3;

internal sealed class ContactsV3Api(RequestPipeline pipeline) : IContactsV3Api
{
    private static readonly ApiOperation GetAll = ApiOperation.Get("ContactsV3.GetAll", "/contacts/v3");
    private static readonly ApiOperation Get = ApiOperation.Get("ContactsV3.Get", "/contacts/v3/{identifier}/{value}");
    private static readonly ApiOperation Patch = ApiOperation.Once("ContactsV3.Patch", HttpMethod.Patch, "/contacts/v3/{identifier}/{value}");
    private static readonly ApiOperation Create = ApiOperation.Once("ContactsV3.Create", HttpMethod.Post, "/contacts/v3");
    private static readonly ApiOperation Replace = ApiOperation.Repeatable("ContactsV3.Replace", HttpMethod.Put, "/contacts/v3/{identifier}/{value}");
    private static readonly ApiOperation DeleteMany = ApiOperation.Once("ContactsV3.DeleteMany", HttpMethod.Post, "/contacts/v3/delete");
    private static readonly ApiOperation GetDeletion = ApiOperation.Get("ContactsV3.GetDeletion", "/contacts/v3/delete/{deleteId}");
    private static readonly ApiOperation Delete = ApiOperation.Delete("ContactsV3.Delete", "/contacts/v3/{identifier}/{value}");
    private static readonly ApiOperation Import = ApiOperation.Once("ContactsV3.Import", HttpMethod.Put, "/contacts/v3/import");
    private static readonly ApiOperation GetImport = ApiOperation.Get("ContactsV3.GetImport", "/contacts/v3/import/{importId}");

    public IAsyncEnumerable<ContactV3> GetAllAsync(ContactV3Query query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return PagedList.FollowAsync((marker, token) => GetPageAsync(query, marker, token), cancellationToken);
    }

    public Task<MarkerPage<ContactV3>> GetPageAsync(ContactV3Query query, string? marker = null, CancellationToken cancellationToken = default) =>
        pipeline.ReadMarkerPageAsync(ContactV3QueryString.Append(GetAll.With(), query), marker, query.PageSize, 5000, SdkJson.Default.MarkerPageBodyContactV3, cancellationToken);

    public Task<ContactV3> GetAsync(ContactV3Identifier contact, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(To(Get, contact), SdkJson.Default.ContactV3, cancellationToken);

    public Task<ContactV3> CreateAsync(NewContactV3 contact, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return SendContactAsync(Create.With(), ContactV3Body.From(contact), cancellationToken);
    }

    public Task<ContactV3> PatchAsync(
        ContactV3Identifier contact, ContactV3Update update, ContactV3MergeOption? mergeOption = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        var call = To(Patch, contact);
        call = mergeOption is { } option ? call.Query("merge-option", ContactV3QueryString.ToKebabCase(option.Value)) : call;
        return SendContactAsync(call, ContactV3Body.From(update), cancellationToken);
    }

    public Task<ContactV3> ReplaceAsync(ContactV3Identifier contact, ContactV3Replacement replacement, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(replacement);
        return SendContactAsync(To(Replace, contact), ContactV3Body.From(replacement), cancellationToken);
    }

    public Task DeleteAsync(ContactV3Identifier contact, CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(To(Delete, contact), cancellationToken);

    public async Task<string> DeleteManyAsync(IReadOnlyCollection<ContactV3Identifier> contacts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        Check.Count(contacts.Count, 1, 5000, nameof(contacts));
        var body = RequestBody.FromJson([.. contacts.Select(c => c.ToIdentifiers())], SdkJson.Default.ListContactIdentifiers);
        var accepted = await pipeline.ReadAsync(DeleteMany.With() with { Content = body }, SdkJson.Default.ContactV3DeletionAccepted, cancellationToken).ConfigureAwait(false);
        return pipeline.Require(DeleteMany, accepted.DeleteId, "deleteId");
    }

    public Task<ContactV3Deletion> GetDeletionAsync(string deleteId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetDeletion.With(deleteId), SdkJson.Default.ContactV3Deletion, cancellationToken);

    public Task<string> ImportAsync(ContactV3ImportRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check.Count(request.Contacts.Count, 1, int.MaxValue, nameof(request));
        return SendImportAsync(RequestBody.FromJson(ContactV3ImportBody.From(request), SdkJson.Default.ContactV3ImportBody), cancellationToken);
    }

    public Task<string> ImportAsync(ReadOnlyMemory<byte> utf8Body, CancellationToken cancellationToken = default) =>
        SendImportAsync(RequestBody.FromUtf8Json(utf8Body), cancellationToken);

    public Task<ContactV3ImportResult> GetImportAsync(string importId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetImport.With(importId), SdkJson.Default.ContactV3ImportResult, cancellationToken);

    private async Task<string> SendImportAsync(Func<HttpContent> body, CancellationToken cancellationToken)
    {
        var accepted = await pipeline.ReadAsync(Import.With() with { Content = body }, SdkJson.Default.ContactV3ImportAccepted, cancellationToken).ConfigureAwait(false);
        return pipeline.Require(Import, accepted.ImportId, "importId");
    }

    private static ApiCall To(ApiOperation operation, ContactV3Identifier contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return operation.With(contact.Identifier, contact.Value);
    }

    private Task<ContactV3> SendContactAsync(ApiCall call, ContactV3Body body, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(call with { Content = RequestBody.FromJson(body, SdkJson.Default.ContactV3Body) }, SdkJson.Default.ContactV3, cancellationToken);
}
