using Dotdigital.Sdk.Integration.Mapping;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <inheritdoc/>
internal sealed class MarketingListModelCheck<TContext, TEntity>(MarketingListDefinition<TEntity> definition, IReadOnlyList<MappingRow> rows)
    : IHostModelCheck
    where TContext : DbContext
    where TEntity : class
{
    public async Task CheckAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var lease = await new HostContexts<TContext>(scope).RentAsync(cancellationToken).ConfigureAwait(false);
        await using var giveBack = lease.ConfigureAwait(false);
        var queries = new EntityListQueries<TEntity>(lease.Context, definition);
        var mistakes = new List<string>();
        Exception? cause = null;
        void Try(IQueryable query, string what)
        {
            try
            {
                _ = query.ToQueryString();
            }
            catch (InvalidOperationException exception)
            {
                cause ??= exception;
                mistakes.Add($"{what} does not become SQL: use mapped properties and functions that the database provider translates. EF Core says: {exception.Message}");
            }
        }

        Try(queries.Segment(), "Its .Where");
        Try(queries.All().Select(definition.Email), "Its .Email");
        if (definition.OptedOut is { } optedOut)
        {
            Try(queries.All().Where(optedOut), "Its .OptedOutWhen");
        }

        // The segment has been tried: fields are tried without it, so that each mistake is told once.
        var fields = new EntityListQueries<TEntity>(lease.Context, definition with { Segment = null, OptedOut = null });
        foreach (var row in rows)
        {
            foreach (var field in row.Fields)
            {
                Try(fields.Items([], [field]), $"The field of '{row.DataField}'");
            }
        }

        var mapped = rows.SelectMany(static row => row.Fields).ToHashSet(StringComparer.Ordinal);
        foreach (var named in definition.Declared.Where(field => !mapped.Contains(field.Name) && typeof(TEntity).GetProperty(field.Name) is null))
        {
            Try(fields.Items([], [named.Name]), $"The field '{named.Name}'");
        }

        mistakes.AddRange(WriteChecks.Of(queries.Entity, queries.Key, definition, rows));
        if (mistakes.Count > 0)
        {
            throw new MarketingListDefinitionException(definition.Name, mistakes, cause);
        }
    }
}
