namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>Checks what was registered against a host context's model, without asking the database.</summary>
internal interface IHostModelCheck
{
    /// <exception cref="MarketingListDefinitionException">A list cannot work with the model; all mistakes are told at once.</exception>
    Task CheckAsync(IServiceProvider scope, CancellationToken cancellationToken);
}
