using System.Linq.Expressions;
using Dotdigital.Sdk.Integration.MarketingLists;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <inheritdoc/>
internal sealed class ItemKey<TKey>(string property) : ItemKey
{
    public override string Property => property;

    public override Expression ValueOf(Expression record) =>
        Expression.Call(typeof(EF), nameof(EF.Property), [typeof(TKey)], record, Expression.Constant(property));

    public override Expression IsAmong(Expression record, IReadOnlyCollection<string> keys)
    {
        var parsed = new List<TKey>(keys.Count);
        foreach (var key in keys)
        {
            if (KeyText.TryParse<TKey>(key, out var value))
            {
                parsed.Add(value);
            }
        }

        Expression<Func<TKey, bool>> isAmong = key => EF.Parameter(parsed).Contains(key);
        return Expressions.BodyFor(isAmong, ValueOf(record));
    }

    public override IAsyncEnumerable<ListKey> ReadAsync<TEntity>(IQueryable<TEntity> records, MarketingListDefinition<TEntity> definition)
    {
        var record = Expression.Parameter(typeof(TEntity), "record");
        Expression isOptedOut = definition.OptedOut is { } predicate ? Expressions.BodyFor(predicate, record) : Expression.Constant(false);
        var row = Expression.Lambda<Func<TEntity, KeyRow<TKey>>>(
            Expression.MemberInit(
                Expression.New(typeof(KeyRow<TKey>)),
                Expression.Bind(typeof(KeyRow<TKey>).GetProperty(nameof(KeyRow<>.Key))!, ValueOf(record)),
                Expression.Bind(typeof(KeyRow<TKey>).GetProperty(nameof(KeyRow<>.Email))!, Expressions.BodyFor(definition.Email, record)),
                Expression.Bind(typeof(KeyRow<TKey>).GetProperty(nameof(KeyRow<>.IsOptedOut))!, isOptedOut)),
            record);
        return ToListKeys(records.Select(row).AsAsyncEnumerable());
    }

    private static async IAsyncEnumerable<ListKey> ToListKeys(
        IAsyncEnumerable<KeyRow<TKey>> rows, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (KeyText.Of(row.Key) is { } id)
            {
                yield return new(id, row.Email, row.IsOptedOut);
            }
        }
    }
}
