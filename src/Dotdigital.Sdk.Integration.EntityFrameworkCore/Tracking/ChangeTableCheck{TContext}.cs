using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;

/// <summary>Checks that the change table is in the model of the context it was promised in.</summary>
internal sealed class ChangeTableCheck<TContext> : IHostModelCheck
    where TContext : DbContext
{
    /// <exception cref="DotdigitalException">It is not.</exception>
    public async Task CheckAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var lease = await new HostContexts<TContext>(scope).RentAsync(cancellationToken).ConfigureAwait(false);
        await using var giveBack = lease.ConfigureAwait(false);
        if (lease.Context.Model.FindEntityType(typeof(DotdigitalFieldChange)) is null)
        {
            throw new DotdigitalException(
                $"UseChangesIn<{typeof(TContext).Name}> needs the change table: call modelBuilder.UseDotdigitalChanges() in its OnModelCreating and add a migration.");
        }
    }
}
