using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Tracking;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Tracking;

/// <summary>The tracked fields of lists after their handlers.</summary>
public sealed class FieldsOfLists : ITrackedFields
{
    public FieldsOfLists(IEnumerable<MarketingList> lists, IEnumerable<IMappingTrackedFieldsHandler> handlers)
    {
        var context = new TrackedFieldsContext(lists.SelectMany(list => list.TrackedFields));
        foreach (var handler in handlers)
        {
            handler.Handle(context);
        }

        All = [.. context.Fields];
    }

    public IReadOnlyList<TrackedField> All { get; }

    public IReadOnlyList<TrackedField> Of(string entity) => [.. All.Where(field => field.Entity == entity)];
}
