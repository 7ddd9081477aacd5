using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;

/// <summary>A property of an entity, possibly inside a complex one.</summary>
/// <param name="Within">The complex property it is in; null for one of the entity itself.</param>
/// <param name="Property">The property.</param>
internal sealed record TrackedProperty(IComplexProperty? Within, IProperty Property)
{
    /// <summary>Whether it is to be written.</summary>
    public bool IsModified(EntityEntry entry) =>
        Within is null ? entry.Property(Property).IsModified : EntryOf(entry, Within).Property(Property).IsModified;

    private static ComplexPropertyEntry EntryOf(EntityEntry entry, IComplexProperty complex) => complex.DeclaringType is IComplexType outer
        ? EntryOf(entry, outer.ComplexProperty).ComplexProperty(complex)
        : entry.ComplexProperty(complex);
}
