using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>A path of relations (<c>Address.Country</c>, <c>Orders</c>) in a model, as a condition on its first record.</summary>
internal static class RelationPath
{
    private static readonly MethodInfo Any = new Func<IEnumerable<object>, Func<object, bool>, bool>(Enumerable.Any).Method.GetGenericMethodDefinition();

    /// <summary>Whether the path leads from <paramref name="record"/> to some record for which <paramref name="condition"/> holds.</summary>
    /// <exception cref="ArgumentException">The model has no such path.</exception>
    public static Expression LeadsTo(Expression record, IReadOnlyEntityType entity, string path, Func<Expression, IReadOnlyEntityType, Expression> condition) =>
        LeadsTo(record, entity, path.Length == 0 ? [] : path.Split('.'), condition);

    private static Expression LeadsTo(Expression record, IReadOnlyEntityType entity, ReadOnlySpan<string> steps, Func<Expression, IReadOnlyEntityType, Expression> condition)
    {
        if (steps.IsEmpty)
        {
            return condition(record, entity);
        }

        var navigation = (IReadOnlyNavigationBase?)entity.FindNavigation(steps[0]) ?? entity.FindSkipNavigation(steps[0])
            ?? throw new ArgumentException($"{entity.DisplayName()} has no relation '{steps[0]}'.", nameof(steps));
        var target = navigation.TargetEntityType;
        var type = navigation.IsCollection ? typeof(IEnumerable<>).MakeGenericType(target.ClrType) : target.ClrType;
        var related = Expression.Call(typeof(EF), nameof(EF.Property), [type], record, Expression.Constant(navigation.Name));
        if (!navigation.IsCollection)
        {
            return LeadsTo(related, target, steps[1..], condition);
        }

        var element = Expression.Parameter(target.ClrType, "related" + steps.Length.ToString(CultureInfo.InvariantCulture));
        return Expression.Call(Any.MakeGenericMethod(target.ClrType), related, Expression.Lambda(LeadsTo(element, target, steps[1..], condition), element));
    }
}
