using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.CustomIdentifiers;

internal sealed class CustomIdentifiersApi(RequestPipeline pipeline) : ICustomIdentifiersApi
{
    private static readonly ApiOperation GetAll = ApiOperation.Get("CustomIdentifiers.GetAll", "/configuration/v3/customIdentifiers");
    private static readonly ApiOperation Create = ApiOperation.Once("CustomIdentifiers.Create", HttpMethod.Post, "/configuration/v3/customIdentifiers");
    private static readonly ApiOperation Delete = ApiOperation.Delete("CustomIdentifiers.Delete", "/configuration/v3/customIdentifiers/{name}");

    public async Task<IReadOnlyList<CustomIdentifier>> GetAllAsync(CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(GetAll.With(), SdkJson.Default.ListCustomIdentifier, cancellationToken).ConfigureAwait(false);

    public Task<CustomIdentifier> CreateAsync(string name, CancellationToken cancellationToken = default)
    {
        Check.Name(name, 50);
        return pipeline.ReadAsync(Create.With() with { Content = RequestBody.FromJson(new() { Name = name }, SdkJson.Default.NewCustomIdentifier) }, SdkJson.Default.CustomIdentifier, cancellationToken);
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(Delete.With(name), cancellationToken);
}
