using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;

/// <summary>
/// Finds the tracked changes of one save. Where each counts:
/// <list type="bullet">
/// <item>A root: when a tracked property is written. Its being added or deleted needs no record: the next key pass finds it (rule EX-1).</item>
/// <item>A record that points to its parent (an order to its customer, an owned part to its owner): at the parent, by the foreign key, which is known
/// whether the record is added, changed, moved (both parents) or deleted. If the parent is added in the same save, it has its own place or is found by the key pass.</item>
/// <item>A record that its parent points to (a customer's address): where it stands, by its own key; added, it is found through the parent's foreign key;
/// deleted, the items that lead to it are asked for before the save.</item>
/// </list>
/// </summary>
internal sealed class ChangeDetection
{
    private readonly HashSet<FieldChange> _changes = [];
    private readonly HashSet<FieldChange> _addedRoots = [];
    private readonly List<RootLookup> _lookups = [];

    private ChangeDetection()
    {
    }

    /// <summary>The changes found so far.</summary>
    public IReadOnlyCollection<FieldChange> Changes => _changes;

    /// <summary>What must be asked of the database before the save.</summary>
    public IReadOnlyList<RootLookup> Lookups => _lookups;

    /// <summary>Looks at the tracked records of a context.</summary>
    public static ChangeDetection Run(DbContext context, TrackingPlan plan)
    {
        var detection = new ChangeDetection();
        foreach (var entry in context.ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
            {
                continue;
            }

            foreach (var place in plan.Of(entry.Metadata))
            {
                detection.Look(entry, place);
            }
        }

        detection._changes.ExceptWith(detection._addedRoots);

        // What counts for all accounts need not be told for one of them too.
        detection._changes.ExceptWith([.. detection._changes.Where(change => change.Account is not null && detection._changes.Contains(change with { Account = null }))]);
        return detection;
    }

    /// <summary>Takes the answer to a lookup.</summary>
    public void AddItems(RootLookup lookup, IEnumerable<object> items)
    {
        foreach (var item in items)
        {
            Add(lookup.Place, string.Empty, item);
        }
    }

    private void Look(EntityEntry entry, TrackedPlace place)
    {
        if (place.Link is null)
        {
            if (entry.State == EntityState.Modified && place.IsTouched(entry))
            {
                Add(place, string.Empty, entry.Property(place.ItemKey.Name).CurrentValue);
            }
            else if (entry.State == EntityState.Added && KeyText.Of(entry.Property(place.ItemKey.Name).CurrentValue) is { } key)
            {
                _addedRoots.Add(new(0, place.Root.ClrType.Name, string.Empty, key) { Account = place.Account });
            }
        }
        else if (place.HoldsLink)
        {
            LookAtHolder(entry, place);
        }
        else if (entry.State == EntityState.Deleted || (entry.State == EntityState.Modified && place.IsTouched(entry)))
        {
            LookAtTarget(entry, place);
        }
    }

    private void LookAtHolder(EntityEntry entry, TrackedPlace place)
    {
        PropertyEntry[] link = [.. place.Link!.Properties.Select(entry.Property)];
        var isMoved = entry.State == EntityState.Modified && link.Any(static property => property.IsModified);
        if (entry.State == EntityState.Modified && !isMoved && !place.IsTouched(entry))
        {
            return;
        }

        if (entry.State == EntityState.Deleted || isMoved)
        {
            AddParent(place, [.. link.Select(static property => property.OriginalValue)]);
        }

        if (entry.State != EntityState.Deleted && !link.Any(static property => property.IsTemporary))
        {
            AddParent(place, [.. link.Select(static property => property.CurrentValue)]);
        }
    }

    private void LookAtTarget(EntityEntry entry, TrackedPlace place)
    {
        if (entry.State == EntityState.Modified && place.Key is { } key)
        {
            Add(place, place.Path, entry.Property(key.Name).CurrentValue);
        }
        else if (place.Entity.FindPrimaryKey()?.Properties is { } properties)
        {
            LookUp(place, properties, [.. properties.Select(property => entry.Property(property).OriginalValue)]);
        }
    }

    private void AddParent(TrackedPlace place, object?[] values)
    {
        var parent = place.Parent!;
        var principal = place.Link!.PrincipalKey.Properties;
        if (principal is [var single] && single == parent.Key)
        {
            Add(parent, parent.Path, values[0]);
        }
        else
        {
            LookUp(parent, principal, values);
        }
    }

    private void LookUp(TrackedPlace place, IReadOnlyList<Microsoft.EntityFrameworkCore.Metadata.IProperty> properties, object?[] values)
    {
        if (!values.Contains(null))
        {
            _lookups.Add(new(place, properties, values!));
        }
    }

    private void Add(TrackedPlace place, string path, object? key)
    {
        if (KeyText.Of(key) is { } text)
        {
            _changes.Add(new(0, place.Root.ClrType.Name, path, text) { Account = place.Account });
        }
    }
}
