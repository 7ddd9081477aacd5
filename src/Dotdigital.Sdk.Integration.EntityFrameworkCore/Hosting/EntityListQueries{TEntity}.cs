using System.Linq.Expressions;
using Dotdigital.Sdk.Integration.MarketingLists;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>The statements of a marketing list over one host context.</summary>
internal sealed class EntityListQueries<TEntity>
    where TEntity : class
{
    private readonly MarketingListDefinition<TEntity> _definition;
    private readonly IQueryable<TEntity> _records;
    private readonly IEntityType _entity;

    /// <exception cref="MarketingListDefinitionException">The context does not know the entity, or it has no usable key.</exception>
    public EntityListQueries(DbContext context, MarketingListDefinition<TEntity> definition)
    {
        _definition = definition;
        _entity = context.Model.FindEntityType(typeof(TEntity)) ?? throw Mistake(
            $"{context.GetType().Name} has no entity {typeof(TEntity).Name}: add it to the model, or name the right context in AddMarketingList.");
        Key = ItemKey.Of(_entity, definition.KeyProperty) ?? throw Mistake(
            $"{typeof(TEntity).Name} has no usable key: an item's id is one column of type int, long, Guid or string. Name one with .Key(e => e.Id).");
        _records = context.Set<TEntity>().AsNoTracking();
    }

    /// <summary>The item's key.</summary>
    public ItemKey Key { get; }

    /// <summary>The records in the list's segment.</summary>
    public IQueryable<TEntity> Segment() => _definition.Segment is { } segment ? _records.Where(segment) : _records;

    /// <summary>All records, in the segment or not.</summary>
    public IQueryable<TEntity> All() => _records;

    /// <summary>The record itself, to be changed, in the segment or not.</summary>
    public IQueryable<TEntity> Item(string itemId)
    {
        var record = Expression.Parameter(typeof(TEntity), "record");
        return _records.AsTracking().Where(Expression.Lambda<Func<TEntity, bool>>(Key.IsAmong(record, [itemId]), record));
    }

    /// <summary>The entity in the model.</summary>
    public IEntityType Entity => _entity;

    /// <summary>The records with these addresses, in the segment or not.</summary>
    /// <param name="emails">Trimmed, lower-case.</param>
    public IQueryable<TEntity> WithEmail(IReadOnlyCollection<string> emails)
    {
        Expression<Func<string, bool>> isAmong = email => EF.Parameter(emails).Contains(email);
        var record = Expression.Parameter(typeof(TEntity), "record");
        var trimmed = Expression.Call(Expressions.BodyFor(_definition.Email, record), nameof(string.Trim), []);
        return _records.Where(Expression.Lambda<Func<TEntity, bool>>(Expressions.BodyFor(isAmong, Expression.Call(trimmed, nameof(string.ToLower), [])), record));
    }

    /// <summary>One row an item: key, email, opted out, then the fields in their order.</summary>
    /// <exception cref="MarketingListDefinitionException">The list has no such field.</exception>
    public IQueryable<object?[]> Items(IReadOnlyCollection<string> itemIds, IReadOnlyList<string> fields)
    {
        var record = Expression.Parameter(typeof(TEntity), "record");
        Expression isOptedOut = _definition.OptedOut is { } predicate ? Expressions.BodyFor(predicate, record) : Expression.Constant(false);
        var columns = new List<Expression>(fields.Count + 3)
        {
            Expressions.Boxed(Key.ValueOf(record)),
            Expressions.Boxed(Expressions.BodyFor(_definition.Email, record)),
            Expressions.Boxed(isOptedOut),
        };
        foreach (var field in fields)
        {
            var value = _definition.Fields.TryGetValue(field, out var expression) ? Expressions.BodyFor(expression, record) : ModelField.Of(record, _entity, field);
            columns.Add(Expressions.Boxed(value ?? throw Mistake($"It has no field '{field}': name it with .Field, or take it out of the stored mapping.")));
        }

        return Segment()
            .Where(Expression.Lambda<Func<TEntity, bool>>(Key.IsAmong(record, itemIds), record))
            .Select(Expression.Lambda<Func<TEntity, object?[]>>(Expression.NewArrayInit(typeof(object), columns), record));
    }

    /// <summary>All fields that can be mapped: what the model has, and what is named in code beside it. Properties that the model leaves out cannot be read.</summary>
    public IReadOnlyList<ListField> MappableFields()
    {
        var fields = EntityFieldCatalogue.Of(_entity);
        var named = fields.Select(static field => field.Name).ToHashSet(StringComparer.Ordinal);
        return [.. fields, .. _definition.Declared.Where(field => !named.Contains(field.Name) && (field.IsComputed || typeof(TEntity).GetProperty(field.Name) is null))];
    }

    /// <summary>The keys of the records whose path leads to records with these keys, in the segment or not (rule TR-3).</summary>
    /// <exception cref="MarketingListDefinitionException">The model has no such path, or it leads to records without a usable key.</exception>
    public IQueryable<object> Roots(string path, IReadOnlyCollection<string> keys)
    {
        var record = Expression.Parameter(typeof(TEntity), "record");
        Expression leadsThere;
        try
        {
            leadsThere = RelationPath.LeadsTo(record, _entity, path, (related, entity) => ItemKey.Of(entity, property: null) is { } key
                ? key.IsAmong(related, keys)
                : throw new ArgumentException($"{entity.DisplayName()} has no key of one int, long, Guid or string.", nameof(path)));
        }
        catch (ArgumentException cause)
        {
            throw Mistake($"Changes on the path '{path}' cannot be followed: {cause.Message} Correct the mapping or the tracked-fields handler.");
        }

        return _records
            .Where(Expression.Lambda<Func<TEntity, bool>>(leadsThere, record))
            .Select(Expression.Lambda<Func<TEntity, object>>(Expressions.Boxed(Key.ValueOf(record)), record));
    }

    private MarketingListDefinitionException Mistake(string mistake) => new(_definition.Name, [mistake]);
}
