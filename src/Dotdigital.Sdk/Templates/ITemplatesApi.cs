using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Templates;

/// <summary>Templates for campaigns. v2.</summary>
public interface ITemplatesApi
{
    /// <summary>Every template, page by page (<c>GET /v2/templates</c>).</summary>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<Template> GetAllAsync(CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetAllAsync"/>.</summary>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 500.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<Template>> GetPageAsync(int skip = 0, int take = 500, CancellationToken cancellationToken = default);

    /// <summary>One template (<c>GET /v2/templates/{id}</c>).</summary>
    /// <param name="id">The template.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<Template> GetAsync(int id, CancellationToken cancellationToken = default);

    /// <summary>Creates a template (<c>POST /v2/templates</c>). Not repeated after a lost answer.</summary>
    /// <param name="content">What it consists of.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Template> CreateAsync(TemplateContent content, CancellationToken cancellationToken = default);

    /// <summary>Replaces what a template consists of; safe to repeat (<c>PUT /v2/templates/{id}</c>).</summary>
    /// <param name="id">The template.</param>
    /// <param name="content">All of it: what is left out is cleared.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<Template> UpdateAsync(int id, TemplateContent content, CancellationToken cancellationToken = default);
}
