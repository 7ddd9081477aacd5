using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;

/// <summary>A place on a tracked path where an entity stands: the root itself (<c>""</c>), or what a relation leads to (<c>Address.Country</c>).</summary>
internal sealed class TrackedPlace(IEntityType root, IReadOnlyProperty itemKey, IEntityType entity, string path)
{
    private readonly HashSet<TrackedProperty> _properties = [];

    /// <summary>The marketing lists' entity.</summary>
    public IEntityType Root { get; } = root;

    /// <summary>The item id.</summary>
    public IReadOnlyProperty ItemKey { get; } = itemKey;

    /// <summary>Who stands here.</summary>
    public IEntityType Entity { get; } = entity;

    /// <summary>The path from the root. A many-to-many relation's join has the path of its target, and is never recorded itself.</summary>
    public string Path { get; } = path;

    /// <summary>The only account that changes here count for; null for all.</summary>
    public string? Account { get; init; }

    /// <summary>Where the path came from; null for the root.</summary>
    public TrackedPlace? Parent { get; init; }

    /// <summary>The foreign key between the parent and this place; null for the root.</summary>
    public IForeignKey? Link { get; init; }

    /// <summary>Whether the foreign key is on this side: then it names the parent.</summary>
    public bool HoldsLink { get; init; }

    /// <summary>The one column by which a change here is recorded; null when there is none that can be.</summary>
    public IReadOnlyProperty? Key => Parent is null ? ItemKey : Entity.FindPrimaryKey()?.Properties is [var single] && Hosting.ScalarTypes.IsKey(single.ClrType) ? single : null;

    public void Track(TrackedProperty property) => _properties.Add(property);

    /// <summary>Whether a tracked property of the record is to be written.</summary>
    public bool IsTouched(EntityEntry entry)
    {
        foreach (var property in _properties)
        {
            if (property.IsModified(entry))
            {
                return true;
            }
        }

        return false;
    }
}
