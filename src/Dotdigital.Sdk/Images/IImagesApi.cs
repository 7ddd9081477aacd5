namespace Dotdigital.Sdk.Images;

/// <summary>Images for campaigns, and their folders. v2.</summary>
public interface IImagesApi
{
    /// <summary>All folders, as a tree (<c>GET /v2/image-folders</c>).</summary>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<ImageFolder>> GetFoldersAsync(CancellationToken cancellationToken = default);

    /// <summary>One folder with those in it (<c>GET /v2/image-folders/{id}</c>).</summary>
    /// <param name="id">The folder.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<ImageFolder> GetFolderAsync(int id, CancellationToken cancellationToken = default);

    /// <summary>Creates a folder in another (<c>POST /v2/image-folders/{id}</c>). Not repeated after a lost answer.</summary>
    /// <param name="parentId">The folder to create it in; 0 for the root.</param>
    /// <param name="name">Its name, up to 20 characters.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<ImageFolder> CreateFolderAsync(int parentId, string name, CancellationToken cancellationToken = default);

    /// <summary>The images of a folder (<c>GET /v2/image-folders/{id}/images</c>).</summary>
    /// <param name="folderId">The folder.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<Image>> GetAllAsync(int folderId, CancellationToken cancellationToken = default);

    /// <summary>Uploads an image (GIF, JPEG or PNG) straight from a stream (<c>POST /v2/image-folders/{folderId}/images</c>). Not repeated after a lost answer; repeated after a refusal for the rate limit only when the stream can seek.</summary>
    /// <param name="folderId">The folder; 0 for the root.</param>
    /// <param name="fileName">The file's name, with its extension.</param>
    /// <param name="content">The image; read from where it stands, and left open.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<UploadedImage> UploadAsync(int folderId, string fileName, Stream content, CancellationToken cancellationToken = default);
}
