using System.Linq.Expressions;
using System.Reflection;
using Dotdigital.Sdk.Integration.Tracking;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>A real host field: the properties from the root entity to it (rule TR-1).</summary>
internal sealed record FieldPath(IReadOnlyList<PropertyInfo> Properties)
{
    /// <summary>The field itself.</summary>
    public PropertyInfo Leaf => Properties[^1];

    /// <summary>The name the field goes by: its path with dots.</summary>
    public string Name => string.Join('.', Properties.Select(static property => property.Name));

    /// <summary>An own property of the root entity.</summary>
    public bool IsOwn => Properties.Count == 1;

    /// <summary>Has a public setter that may be called at any time.</summary>
    public bool IsWritable => Leaf.SetMethod is { IsPublic: true } setter
        && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    /// <summary>The field itself, and each relation on the way to it: a re-pointed one counts (rule TR-1).</summary>
    public IReadOnlyList<TrackedField> TrackedFieldsFrom(Type root)
    {
        var tracked = new TrackedField[Properties.Count];
        var owner = root;
        for (var depth = 0; depth < tracked.Length; depth++)
        {
            tracked[depth] = new TrackedField
            {
                Entity = owner.Name,
                Field = Properties[depth].Name,
                RootEntity = root.Name,
                Path = string.Join('.', Properties.Take(depth).Select(static step => step.Name)),
            };
            owner = Nullable.GetUnderlyingType(Properties[depth].PropertyType) ?? Properties[depth].PropertyType;
        }

        return tracked;
    }

    /// <summary>The path an expression names, or null when it computes something.</summary>
    public static FieldPath? Of(Expression body, ParameterExpression root)
    {
        var properties = new List<PropertyInfo>();
        var node = body;
        if (node is MemberExpression { Member.Name: nameof(Nullable<>.Value), Expression: { } nullable } && Nullable.GetUnderlyingType(nullable.Type) is not null)
        {
            node = nullable;
        }

        while (node is MemberExpression { Member: PropertyInfo property, Expression: { } owner })
        {
            if (ScalarTypes.IsPlatform(owner.Type))
            {
                return null;
            }

            properties.Insert(0, property);
            node = owner;
        }

        return node == root && properties.Count > 0 ? new(properties) : null;
    }
}
