using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;

/// <summary>
/// The change log in the host's own database. Ids come from the database when a row is written, not when its transaction commits: a smaller one may appear
/// after a greater one, so a reader starts from 0 in each run and relies on what it handled being deleted.
/// </summary>
internal sealed class HostFieldChangeLog<TContext>(IServiceScopeFactory scopes) : IFieldChangeLog
    where TContext : DbContext
{
    private const int ChunkSize = 5_000;

    public Task AppendAsync(IReadOnlyCollection<FieldChange> changes, CancellationToken cancellationToken) => UseAsync(
        async context =>
        {
            context.AddRange(changes.Select(DotdigitalFieldChange.From));
            return await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    public Task<IReadOnlyList<FieldChange>> ReadAsync(long afterSequence, int take, CancellationToken cancellationToken) => UseAsync<IReadOnlyList<FieldChange>>(
        async context => await context.Set<DotdigitalFieldChange>()
            .Where(change => change.Id > afterSequence)
            .OrderBy(static change => change.Id)
            .Take(take)
            .Select(static change => new FieldChange(change.Id, change.RootEntity, change.Path, change.Key) { Account = change.Account })
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false),
        cancellationToken);

    public Task DeleteAsync(IReadOnlyCollection<long> sequences, CancellationToken cancellationToken) => UseAsync(
        async context =>
        {
            var deleted = 0;
            foreach (var chunk in sequences.Chunk(ChunkSize))
            {
                List<long> ids = [.. chunk];
                deleted += await context.Set<DotdigitalFieldChange>()
                    .Where(change => EF.Parameter(ids).Contains(change.Id))
                    .ExecuteDeleteAsync(cancellationToken)
                    .ConfigureAwait(false);
            }

            return deleted;
        },
        cancellationToken);

    private async Task<T> UseAsync<T>(Func<TContext, Task<T>> use, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using var end = scope.ConfigureAwait(false);
        var lease = await new HostContexts<TContext>(scope.ServiceProvider).RentAsync(cancellationToken).ConfigureAwait(false);
        await using var giveBack = lease.ConfigureAwait(false);
        return await use(lease.Context).ConfigureAwait(false);
    }
}
