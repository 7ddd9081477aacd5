using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>Checks all lists against their models when the host starts, before anything runs.</summary>
internal sealed class HostModelStartupCheck(IServiceScopeFactory scopes, IEnumerable<IHostModelCheck> checks) : IHostedLifecycleService
{
    /// <exception cref="MarketingListDefinitionException">A list cannot work.</exception>
    /// <exception cref="AggregateException">Several cannot.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var errors = new List<MarketingListDefinitionException>();
        var scope = scopes.CreateAsyncScope();
        await using var end = scope.ConfigureAwait(false);
        foreach (var check in checks)
        {
            try
            {
                await check.CheckAsync(scope.ServiceProvider, cancellationToken).ConfigureAwait(false);
            }
            catch (MarketingListDefinitionException error)
            {
                errors.Add(error);
            }
        }

        if (errors.Count > 0)
        {
            throw errors is [var single] ? single : new AggregateException("Several marketing lists cannot be used as they are declared.", errors);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
