using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Documents;

internal sealed class DocumentsApi(RequestPipeline pipeline) : IDocumentsApi
{
    private static readonly ApiOperation GetFolders = ApiOperation.Get("Documents.GetFolders", "/v2/document-folders");
    private static readonly ApiOperation CreateFolder = ApiOperation.Once("Documents.CreateFolder", HttpMethod.Post, "/v2/document-folders/{folderId}");
    private static readonly ApiOperation GetAll = ApiOperation.Get("Documents.GetAll", "/v2/document-folders/{folderId}/documents");
    private static readonly ApiOperation Upload = ApiOperation.Once("Documents.Upload", HttpMethod.Post, "/v2/document-folders/{folderId}/documents");
    private static readonly ApiOperation GetAttachments = ApiOperation.Get("Documents.GetAttachments", "/v2/campaigns/{campaignId}/attachments");
    private static readonly ApiOperation Attach = ApiOperation.Repeatable("Documents.Attach", HttpMethod.Post, "/v2/campaigns/{campaignId}/attachments");
    private static readonly ApiOperation Detach = ApiOperation.Delete("Documents.Detach", "/v2/campaigns/{campaignId}/attachments/{documentId}");

    public async Task<IReadOnlyList<DocumentFolder>> GetFoldersAsync(CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(GetFolders.With(), SdkJson.Default.ListDocumentFolder, cancellationToken).ConfigureAwait(false);

    public Task<DocumentFolder> CreateFolderAsync(int parentId, string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return pipeline.ReadAsync(CreateFolder.With(parentId) with { Content = RequestBody.FromJson(new() { Name = name }, SdkJson.Default.NewDocumentFolder) }, SdkJson.Default.DocumentFolder, cancellationToken);
    }

    public async Task<IReadOnlyList<Document>> GetAllAsync(int folderId, CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(GetAll.With(folderId), SdkJson.Default.ListDocument, cancellationToken).ConfigureAwait(false);

    public Task<Document> UploadAsync(int folderId, string fileName, Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        Check.Size(content, 10);
        return pipeline.ReadAsync(Upload.With(folderId).Upload(RequestBody.FromBase64File(content, fileName)), SdkJson.Default.Document, cancellationToken);
    }

    public async Task<IReadOnlyList<Document>> GetAttachmentsAsync(int campaignId, CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(GetAttachments.With(campaignId), SdkJson.Default.ListDocument, cancellationToken).ConfigureAwait(false);

    public Task<Document> AttachAsync(int campaignId, int documentId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(Attach.With(campaignId) with { Content = RequestBody.FromJson(new() { Id = documentId }, SdkJson.Default.DocumentReference) }, SdkJson.Default.Document, cancellationToken);

    public Task DetachAsync(int campaignId, int documentId, CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(Detach.With(campaignId, documentId), cancellationToken);
}
