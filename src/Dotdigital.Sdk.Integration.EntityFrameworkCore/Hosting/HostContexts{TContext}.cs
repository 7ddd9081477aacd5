using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>Where host contexts come from: <see cref="IDbContextFactory{TContext}"/> where the host registered one, else the scope.</summary>
internal sealed class HostContexts<TContext>(IServiceProvider scope)
    where TContext : DbContext
{
    public async ValueTask<HostContextLease<TContext>> RentAsync(CancellationToken cancellationToken)
    {
        if (scope.GetService<IDbContextFactory<TContext>>() is { } factory)
        {
            return new(await factory.CreateDbContextAsync(cancellationToken).ConfigureAwait(false), isOwned: true);
        }

        return new(scope.GetRequiredService<TContext>(), isOwned: false);
    }
}
