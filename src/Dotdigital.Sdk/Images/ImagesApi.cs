using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Images;

internal sealed class ImagesApi(RequestPipeline pipeline) : IImagesApi
{
    private static readonly ApiOperation GetFolders = ApiOperation.Get("Images.GetFolders", "/v2/image-folders");
    private static readonly ApiOperation GetFolder = ApiOperation.Get("Images.GetFolder", "/v2/image-folders/{id}");
    private static readonly ApiOperation CreateFolder = ApiOperation.Once("Images.CreateFolder", HttpMethod.Post, "/v2/image-folders/{id}");
    private static readonly ApiOperation GetAll = ApiOperation.Get("Images.GetAll", "/v2/image-folders/{id}/images");
    private static readonly ApiOperation Upload = ApiOperation.Once("Images.Upload", HttpMethod.Post, "/v2/image-folders/{folderId}/images");

    public async Task<IReadOnlyList<ImageFolder>> GetFoldersAsync(CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(GetFolders.With(), SdkJson.Default.ListImageFolder, cancellationToken).ConfigureAwait(false);

    public Task<ImageFolder> GetFolderAsync(int id, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetFolder.With(id), SdkJson.Default.ImageFolder, cancellationToken);

    public Task<ImageFolder> CreateFolderAsync(int parentId, string name, CancellationToken cancellationToken = default)
    {
        Check.Text(name, 20);
        return pipeline.ReadAsync(CreateFolder.With(parentId) with { Content = RequestBody.FromJson(new() { Name = name }, SdkJson.Default.NewImageFolder) }, SdkJson.Default.ImageFolder, cancellationToken);
    }

    public async Task<IReadOnlyList<Image>> GetAllAsync(int folderId, CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(GetAll.With(folderId), SdkJson.Default.ListImage, cancellationToken).ConfigureAwait(false);

    public Task<UploadedImage> UploadAsync(int folderId, string fileName, Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return pipeline.ReadAsync(Upload.With(folderId).Upload(RequestBody.FromBase64File(content, fileName)), SdkJson.Default.UploadedImage, cancellationToken);
    }
}
