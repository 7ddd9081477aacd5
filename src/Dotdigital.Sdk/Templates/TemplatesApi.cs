using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Templates;

internal sealed class TemplatesApi(RequestPipeline pipeline) : ITemplatesApi
{
    private static readonly ApiOperation GetAll = ApiOperation.Get("Templates.GetAll", "/v2/templates");
    private static readonly ApiOperation Get = ApiOperation.Get("Templates.Get", "/v2/templates/{id}");
    private static readonly ApiOperation Create = ApiOperation.Once("Templates.Create", HttpMethod.Post, "/v2/templates");
    private static readonly ApiOperation Update = ApiOperation.Repeatable("Templates.Update", HttpMethod.Put, "/v2/templates/{id}");

    public IAsyncEnumerable<Template> GetAllAsync(CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetPageAsync(skip, cancellationToken: token), cancellationToken);

    public Task<Page<Template>> GetPageAsync(int skip = 0, int take = 500, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetAll.With(), skip, take, SdkJson.Default.ListTemplate, cancellationToken);

    public Task<Template> GetAsync(int id, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(Get.With(id), SdkJson.Default.Template, cancellationToken);

    public Task<Template> CreateAsync(TemplateContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrWhiteSpace(content.Name, nameof(content));
        return pipeline.ReadAsync(Create.With() with { Content = RequestBody.FromJson(content, SdkJson.Default.TemplateContent) }, SdkJson.Default.Template, cancellationToken);
    }

    public Task<Template> UpdateAsync(int id, TemplateContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrWhiteSpace(content.Name, nameof(content));
        return pipeline.ReadAsync(Update.With(id) with { Content = RequestBody.FromJson(content, SdkJson.Default.TemplateContent) }, SdkJson.Default.Template, cancellationToken);
    }
}
