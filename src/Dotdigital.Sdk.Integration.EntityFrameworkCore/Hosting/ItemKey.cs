using System.Linq.Expressions;
using Dotdigital.Sdk.Integration.MarketingLists;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>A single-column key of an entity: what depends on its type, once.</summary>
internal abstract class ItemKey
{
    /// <summary>The key of this property.</summary>
    /// <exception cref="NotSupportedException">Its type cannot be a key.</exception>
    public static ItemKey Of(IReadOnlyProperty property) => Of(property.ClrType, property.Name);

    /// <summary>The entity's key for a list: the property named, or the primary key; null when there is none of a type that can be used.</summary>
    public static ItemKey? Of(IReadOnlyEntityType entity, string? property)
    {
        var found = property is not null
            ? entity.FindProperty(property)
            : entity.FindPrimaryKey()?.Properties is [var single] ? single : null;
        return found is not null && ScalarTypes.IsKey(found.ClrType) ? Of(found) : null;
    }

    /// <summary>The property's name.</summary>
    public abstract string Property { get; }

    /// <summary>The key of a record, as an expression.</summary>
    public abstract Expression ValueOf(Expression record);

    /// <summary>Whether a record's key is among these; texts that are no keys of this type match nothing. One parameter, whatever their number.</summary>
    public abstract Expression IsAmong(Expression record, IReadOnlyCollection<string> keys);

    /// <summary>Streams the keys of records.</summary>
    public abstract IAsyncEnumerable<ListKey> ReadAsync<TEntity>(IQueryable<TEntity> records, MarketingListDefinition<TEntity> definition)
        where TEntity : class;

    private static ItemKey Of(Type type, string property) => type switch
    {
        _ when type == typeof(int) => new ItemKey<int>(property),
        _ when type == typeof(long) => new ItemKey<long>(property),
        _ when type == typeof(Guid) => new ItemKey<Guid>(property),
        _ when type == typeof(string) => new ItemKey<string>(property),
        _ => throw new NotSupportedException($"A key of type {type.Name} is not supported: use an int, long, Guid or string."),
    };
}
