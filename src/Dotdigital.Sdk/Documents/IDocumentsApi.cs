namespace Dotdigital.Sdk.Documents;

/// <summary>Documents, their folders, and what is attached to campaigns. v2.</summary>
public interface IDocumentsApi
{
    /// <summary>All folders, as a tree (<c>GET /v2/document-folders</c>).</summary>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<DocumentFolder>> GetFoldersAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates a folder in another (<c>POST /v2/document-folders/{folderId}</c>). Not repeated after a lost answer.</summary>
    /// <param name="parentId">The folder to create it in.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<DocumentFolder> CreateFolderAsync(int parentId, string name, CancellationToken cancellationToken = default);

    /// <summary>The documents of a folder (<c>GET /v2/document-folders/{folderId}/documents</c>).</summary>
    /// <param name="folderId">The folder.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<Document>> GetAllAsync(int folderId, CancellationToken cancellationToken = default);

    /// <summary>Uploads a document, up to 10 MB, straight from a stream (<c>POST /v2/document-folders/{folderId}/documents</c>). Not repeated after a lost answer; repeated after a refusal for the rate limit only when the stream can seek.</summary>
    /// <param name="folderId">The folder.</param>
    /// <param name="fileName">The file's name.</param>
    /// <param name="content">The document; read from where it stands, and left open.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="ArgumentException">The stream can seek and holds more than 10 MB.</exception>
    Task<Document> UploadAsync(int folderId, string fileName, Stream content, CancellationToken cancellationToken = default);

    /// <summary>The documents attached to a campaign (<c>GET /v2/campaigns/{campaignId}/attachments</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<Document>> GetAttachmentsAsync(int campaignId, CancellationToken cancellationToken = default);

    /// <summary>Attaches a document to a campaign; safe to repeat (<c>POST /v2/campaigns/{campaignId}/attachments</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="documentId">The document.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Document> AttachAsync(int campaignId, int documentId, CancellationToken cancellationToken = default);

    /// <summary>Takes a document off a campaign (<c>DELETE /v2/campaigns/{campaignId}/attachments/{documentId}</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="documentId">The document.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task DetachAsync(int campaignId, int documentId, CancellationToken cancellationToken = default);
}
