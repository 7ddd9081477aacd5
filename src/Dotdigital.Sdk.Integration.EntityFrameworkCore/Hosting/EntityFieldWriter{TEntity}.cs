using System.Reflection;
using Dotdigital.Sdk.Integration.MarketingLists;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>Sets properties of an entity to values from Dotdigital, through their own setters.</summary>
internal sealed class EntityFieldWriter<TEntity>(string list, IEntityType entity)
    where TEntity : class
{
    /// <summary>The property's value now.</summary>
    public static object? Current(TEntity record, FieldWrite field) => Property(field.Field).GetValue(record);

    /// <summary>Sets the property.</summary>
    /// <exception cref="HostWriteRefusedException">It cannot have the value.</exception>
    public void Set(TEntity record, FieldWrite field)
    {
        var property = Property(field.Field);
        try
        {
            property.SetValue(record, Fit(field, property, property.GetValue(record)));
        }
        catch (TargetInvocationException refused)
        {
            throw Refusal(field.Field, "its setter refuses it", refused.InnerException);
        }
    }

    private object? Fit(FieldWrite field, PropertyInfo property, object? current)
    {
        var column = entity.FindProperty(field.Field);
        switch (field.Value)
        {
            case null when property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null:
                throw Refusal(field.Field, "it is cleared in Dotdigital, and cannot be empty here");
            case null when property.PropertyType == typeof(string) && column is { IsNullable: false }:
                return string.Empty;
            case string text when column?.GetMaxLength() is { } longest && text.Length > longest:
                throw Refusal(field.Field, $"it is longer than {longest} characters");
            case DateTime time when current is DateTime known && known.Kind != DateTimeKind.Local:
                return DateTime.SpecifyKind(time, known.Kind);
            default:
                return field.Value;
        }
    }

    private HostWriteRefusedException Refusal(string field, string why, Exception? cause = null) =>
        new(list, $"cannot take Dotdigital's value of '{field}': {why}. Correct it in Dotdigital, or map the field one-way.", cause);

    private static PropertyInfo Property(string field) => typeof(TEntity).GetProperty(field, BindingFlags.Public | BindingFlags.Instance)
        ?? throw new ArgumentException($"{typeof(TEntity).Name} has no property '{field}'.", nameof(field));
}
