using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>A field named by its path, which no lambda in code names: taken from the model for a mapping that was edited at run time.</summary>
internal static class ModelField
{
    /// <summary>The field of a record; EF Core joins what is on the way, and what is missing gives null. Null when the model has no such field.</summary>
    public static Expression? Of(Expression record, ITypeBase type, string path)
    {
        var steps = path.Split('.');
        foreach (var step in steps[..^1])
        {
            if (type.FindComplexProperty(step) is { IsCollection: false, PropertyInfo: { } part } complex)
            {
                (record, type) = (Expression.Property(record, part), complex.ComplexType);
            }
            else if (type is IEntityType entity && entity.FindNavigation(step) is { IsCollection: false, PropertyInfo: { } relation } navigation)
            {
                (record, type) = (Expression.Property(record, relation), navigation.TargetEntityType);
            }
            else
            {
                return null;
            }
        }

        return type.FindProperty(steps[^1]) is { PropertyInfo: { } property } leaf && ScalarTypes.IsMappable(leaf.ClrType) ? Expression.Property(record, property) : null;
    }
}
