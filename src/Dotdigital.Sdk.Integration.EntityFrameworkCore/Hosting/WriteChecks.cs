using System.Reflection;
using Dotdigital.Sdk.Integration.Mapping;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>What the model says of a list's two-way rows and of creating its entities (rules MP-3, IM-5).</summary>
internal static class WriteChecks
{
    /// <summary>The email's property, when a new record's can be written.</summary>
    public static PropertyInfo? EmailOf<TEntity>(MarketingListDraft<TEntity> draft)
        where TEntity : class =>
        draft.Email is { } email && FieldPath.Of(email.Body, email.Parameters[0]) is { IsOwn: true, IsWritable: true } path ? path.Leaf : null;

    /// <summary>What the entity's type tells of creating it; the model tells the rest at the host's start.</summary>
    public static IEnumerable<string> OfCreation<TEntity>(MarketingListDraft<TEntity> draft, PropertyInfo? email)
        where TEntity : class
    {
        if (draft.CreateEntities && draft.Email is not null && email is null)
        {
            yield return "It cannot create entities: its email is no own property with a public setter, which a new record needs (rule IM-5). Give .Email the property itself.";
        }

        if (draft.CreateEntities && (typeof(TEntity).IsAbstract || typeof(TEntity).GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is null))
        {
            yield return $"It cannot create entities: {typeof(TEntity).Name} is abstract or has no constructor without parameters (rule IM-5). Give it one, or do not call .CreateEntities.";
        }
    }

    /// <summary>Each mistake with its remedy.</summary>
    public static IEnumerable<string> Of<TEntity>(IEntityType entity, ItemKey key, MarketingListDefinition<TEntity> definition, IReadOnlyList<MappingRow> rows)
        where TEntity : class
    {
        var twoWay = rows.Where(static row => row.IsTwoWay).ToList();
        foreach (var row in twoWay)
        {
            if (entity.FindProperty(row.Fields[0]) is not { } property)
            {
                yield return $"'{row.DataField}' cannot be two-way: '{row.Fields[0]}' is not in the EF Core model, so that a change of it is not saved. Map it one-way.";
            }
            else if (property.IsKey() || property.IsConcurrencyToken || property.GetAfterSaveBehavior() != PropertySaveBehavior.Save)
            {
                yield return $"'{row.DataField}' cannot be two-way: '{row.Fields[0]}' is a key, a concurrency token or set by the database. Map it one-way.";
            }
        }

        if (!definition.CreateEntities || definition.OnCreate is not null)
        {
            yield break;
        }

        bool IsKey(IProperty property) => string.Equals(property.Name, key.Property, StringComparison.Ordinal);
        var empty = Activator.CreateInstance(typeof(TEntity), nonPublic: true)!;
        foreach (var property in entity.GetProperties().Where(property => IsRequired(property) || (IsKey(property) && property.ValueGenerated == ValueGenerated.Never)))
        {
            var isCovered = string.Equals(property.Name, definition.EmailProperty?.Name, StringComparison.Ordinal)
                || twoWay.Exists(row => string.Equals(row.Fields[0], property.Name, StringComparison.Ordinal))
                || (!IsKey(property) && property.PropertyInfo?.GetValue(empty) is { } value && !Equals(value, property.Sentinel));
            if (!isCovered)
            {
                yield return $"It cannot create entities: '{property.Name}' is required, and nothing gives it a value (rule IM-5). Map it two-way, or set it in .CreateEntities((entity, contact) => ...).";
            }
        }
    }

    /// <summary>A required text or reference; a plain number or flag has a value by itself.</summary>
    private static bool IsRequired(IProperty property) =>
        !property.IsNullable && !property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.Never && property.PropertyInfo is not null
        && (!property.ClrType.IsValueType || property.IsForeignKey());
}
