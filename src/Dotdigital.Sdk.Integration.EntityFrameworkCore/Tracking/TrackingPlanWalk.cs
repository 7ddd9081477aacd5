using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;

/// <summary>Walks tracked paths through a model, from one root, and makes each place on them once.</summary>
internal sealed class TrackingPlanWalk(IEntityType root, IReadOnlyProperty itemKey, string? account, Action<TrackedPlace> found)
{
    private readonly Dictionary<string, TrackedPlace> _places = new(StringComparer.Ordinal);

    /// <summary>Tracks a field; false when the model does not have it.</summary>
    public bool TryTrack(TrackedField field)
    {
        var place = Root();
        ITypeBase type = root;
        IComplexProperty? within = null;
        foreach (var step in field.Path.Length == 0 ? [] : field.Path.Split('.'))
        {
            if (type.FindComplexProperty(step) is { } complex)
            {
                (type, within) = (complex.ComplexType, complex);
            }
            else if (within is null && Follow(place, step) is { } next)
            {
                (type, place) = (next.Entity, next);
            }
            else
            {
                return false;
            }
        }

        return string.Equals(NameOf(type, field.Entity), field.Entity, StringComparison.Ordinal) && TryTrack(place, type, within, field.Field);
    }

    private bool TryTrack(TrackedPlace place, ITypeBase type, IComplexProperty? within, string field)
    {
        if (field.Length == 0)
        {
            return true;
        }

        if (type.FindProperty(field) is { } property)
        {
            place.Track(new(within, property));
            return true;
        }

        // A complex property by its name stands for a path through it, and that path names the fields that matter.
        return type.FindComplexProperty(field) is not null || (within is null && Follow(place, field) is not null);
    }

    private TrackedPlace Root()
    {
        if (!_places.TryGetValue(string.Empty, out var place))
        {
            _places.Add(string.Empty, place = new(root, itemKey, root, string.Empty) { Account = account });
            found(place);
        }

        return place;
    }

    private TrackedPlace? Follow(TrackedPlace from, string step)
    {
        var path = from.Path.Length == 0 ? step : $"{from.Path}.{step}";
        if (_places.TryGetValue(path, out var known))
        {
            return known;
        }

        TrackedPlace? place = null;
        if (from.Entity.FindNavigation(step) is { } navigation)
        {
            place = Along(from, navigation.ForeignKey, holdsLink: !navigation.IsOnDependent, navigation.TargetEntityType, path);
        }
        else if (from.Entity.FindSkipNavigation(step) is { } many)
        {
            var join = Along(from, many.ForeignKey, holdsLink: true, many.JoinEntityType, path);
            found(join);
            place = Along(join, many.Inverse.ForeignKey, holdsLink: false, many.TargetEntityType, path);
        }

        if (place is not null)
        {
            _places.Add(path, place);
            found(place);
        }

        return place;
    }

    private TrackedPlace Along(TrackedPlace from, IForeignKey link, bool holdsLink, IEntityType entity, string path)
    {
        if (!holdsLink)
        {
            // The parent points here: a re-pointed relation is a change of the parent.
            foreach (var property in link.Properties)
            {
                from.Track(new(null, property));
            }
        }

        return new(root, itemKey, entity, path) { Parent = from, Link = link, HoldsLink = holdsLink, Account = account };
    }

    /// <summary>The name a type goes by: its own or that of a type it derives from.</summary>
    private static string NameOf(ITypeBase type, string wanted)
    {
        for (var clr = type.ClrType; clr is not null; clr = clr.BaseType)
        {
            if (string.Equals(clr.Name, wanted, StringComparison.Ordinal))
            {
                return wanted;
            }
        }

        return type.ClrType.Name;
    }
}
