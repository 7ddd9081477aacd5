using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactsV3;

internal sealed class ContactsV3Api(RequestPipeline pipeline) : IContactsV3Api
{
    private static readonly ApiOperation GetAll = ApiOperation.Get("ContactsV3.GetAll", "/contacts/v3");
    private static readonly ApiOperation Get = ApiOperation.Get("ContactsV3.Get", "/contacts/v3/{identifier}/{value}");
    private static readonly ApiOperation Patch = ApiOperation.Once("ContactsV3.Patch", HttpMethod.Patch, "/contacts/v3/{identifier}/{value}");
    private static readonly ApiOperation Delete = ApiOperation.Delete("ContactsV3.Delete", "/contacts/v3/{identifier}/{value}");
    private static readonly ApiOperation Import = ApiOperation.Once("ContactsV3.Import", HttpMethod.Put, "/contacts/v3/import");
    private static readonly ApiOperation GetImport = ApiOperation.Get("ContactsV3.GetImport", "/contacts/v3/import/{importId}");

    public IAsyncEnumerable<ContactV3> GetAllAsync(ContactV3Query query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return PagedList.FollowAsync((marker, token) => GetPageAsync(query, marker, token), cancellationToken);
    }

    public async Task<MarkerPage<ContactV3>> GetPageAsync(ContactV3Query query, string? marker = null, CancellationToken cancellationToken = default)
    {
        var call = ContactV3QueryString.Append(GetAll.With(), query, marker);
        var answer = await pipeline.ReadAnswerAsync(call, SdkJson.Default.ContactV3PageBody, cancellationToken).ConfigureAwait(false);
        var next = answer.Value.Links?.Next?.Marker is { Length: > 0 } text ? text : null;
        if (next is not null && string.Equals(next, marker, StringComparison.Ordinal))
        {
            throw new DotdigitalResponseException(pipeline.Session.Name, GetAll.Name, "its next marker is the one it was asked with, which would never end");
        }

        return new(answer.Value.Items, next, answer.ServerDate);
    }

    public Task<ContactV3> GetAsync(string identifier, string value, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(Get.With(identifier, value), SdkJson.Default.ContactV3, cancellationToken);

    public Task<ContactV3> PatchAsync(
        string identifier, string value, ContactV3Update update, ContactV3MergeOption? mergeOption = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        var call = Patch.With(identifier, value) with { Content = RequestBody.FromJson(ContactV3Body.From(update), SdkJson.Default.ContactV3Body) };
        if (mergeOption is { } option)
        {
            call = call.Query("merge-option", ContactV3QueryString.ToKebabCase(option.Value));
        }

        return pipeline.ReadAsync(call, SdkJson.Default.ContactV3, cancellationToken);
    }

    public Task DeleteAsync(string identifier, string value, CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(Delete.With(identifier, value), cancellationToken);

    public Task<string> ImportAsync(ContactV3ImportRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SendImportAsync(RequestBody.FromJson(ContactV3ImportBody.From(request), SdkJson.Default.ContactV3ImportBody), cancellationToken);
    }

    public Task<string> ImportAsync(ReadOnlyMemory<byte> utf8Body, CancellationToken cancellationToken = default) =>
        SendImportAsync(RequestBody.FromUtf8Json(utf8Body), cancellationToken);

    public Task<ContactV3ImportResult> GetImportAsync(string importId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetImport.With(importId), SdkJson.Default.ContactV3ImportResult, cancellationToken);

    private async Task<string> SendImportAsync(Func<HttpContent> body, CancellationToken cancellationToken)
    {
        var accepted = await pipeline.ReadAsync(Import.With() with { Content = body }, SdkJson.Default.ContactV3ImportAccepted, cancellationToken).ConfigureAwait(false);
        return accepted.ImportId is { Length: > 0 } id
            ? id
            : throw new DotdigitalResponseException(pipeline.Session.Name, Import.Name, "it names no importId");
    }
}
