using System.Linq.Expressions;
using System.Reflection;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>A checked declaration: what the source and the writer work from.</summary>
internal sealed record MarketingListDefinition<TEntity>
    where TEntity : class
{
    public required string Name { get; init; }

    public Expression<Func<TEntity, bool>>? Segment { get; init; }

    public Expression<Func<TEntity, bool>>? OptedOut { get; init; }

    public Action<TEntity, OptOutNotice>? OnOptOut { get; init; }

    public Action<TEntity, OptOutNotice>? OnOptBackIn { get; init; }

    /// <summary>The property that is the email; null when it is none that can be written.</summary>
    public PropertyInfo? EmailProperty { get; init; }

    public bool CreateEntities { get; init; }

    public Action<TEntity, NewItem>? OnCreate { get; init; }

    /// <summary>The property that is the item's key; null for the primary key.</summary>
    public string? KeyProperty { get; init; }

    public required Expression<Func<TEntity, string?>> Email { get; init; }

    /// <summary>The expression of each field, by name.</summary>
    public required IReadOnlyDictionary<string, LambdaExpression> Fields { get; init; }

    /// <summary>The fields as declared.</summary>
    public required IReadOnlyList<ListField> Declared { get; init; }
}
