using System.Linq.Expressions;
using System.Reflection;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;

/// <summary>
/// The items that lead to a record now, to be asked for before the save: after it the record may be gone (a delete on the path), or it has no key that a
/// change could name it by.
/// </summary>
/// <param name="Place">Where the record stands.</param>
/// <param name="Properties">A key of the record.</param>
/// <param name="Values">Its value.</param>
internal sealed record RootLookup(TrackedPlace Place, IReadOnlyList<IProperty> Properties, object[] Values)
{
    private static readonly MethodInfo OfRoot =
        typeof(RootLookup).GetMethod(nameof(ItemsOf), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>The items' ids, as values.</summary>
    public IQueryable<object> Items(DbContext context) =>
        (IQueryable<object>)OfRoot.MakeGenericMethod(Place.Root.ClrType).Invoke(this, BindingFlags.DoNotWrapExceptions, binder: null, [context], culture: null)!;

    private IQueryable<object> ItemsOf<TRoot>(DbContext context)
        where TRoot : class
    {
        var record = Expression.Parameter(typeof(TRoot), "record");
        var leadsHere = RelationPath.LeadsTo(record, Place.Root, Place.Path, (related, _) => Properties
            .Select((property, index) => (Expression)Expression.Equal(
                Expression.Call(typeof(EF), nameof(EF.Property), [property.ClrType], related, Expression.Constant(property.Name)),
                Expression.Convert(Expression.Property(Expression.Constant(new Box(Values[index])), nameof(Box.Value)), property.ClrType)))
            .Aggregate(Expression.AndAlso));
        return context.Set<TRoot>()
            .IgnoreQueryFilters()
            .AsNoTracking()
            .Where(Expression.Lambda<Func<TRoot, bool>>(leadsHere, record))
            .Select(Expression.Lambda<Func<TRoot, object>>(
                Expression.Convert(
                    Expression.Call(typeof(EF), nameof(EF.Property), [Place.ItemKey.ClrType], record, Expression.Constant(Place.ItemKey.Name)),
                    typeof(object)),
                record));
    }

    /// <summary>Read as a member, a value becomes a parameter of the statement rather than a part of it.</summary>
    private sealed record Box(object Value);
}
