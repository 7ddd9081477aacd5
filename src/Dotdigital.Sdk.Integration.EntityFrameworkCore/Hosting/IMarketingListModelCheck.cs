namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>Checks a list against its context's model, without asking the database.</summary>
internal interface IMarketingListModelCheck
{
    /// <exception cref="MarketingListDefinitionException">The list cannot work with the model; all mistakes are told at once.</exception>
    Task CheckAsync(IServiceProvider scope, CancellationToken cancellationToken);
}
