using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.Tracking;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Readme;

/// <summary>The code of docs/tracking.md, compiled: tests compare it with the page and run the handlers.</summary>
internal static class TrackingSnippets
{
    public static async Task MapAsync(IMappingService mappings)
    {
        // snippet: map
        var main = new AccountId("main");
        var mapping = await mappings.GetAsync(main, "Customer");
        var draft = new MappingDraft
        {
            Entity = "Customer",
            Rows = [.. mapping.Rows, new MappingRow { DataField = "TOWN", Fields = ["Address.Town"] }],
            Version = mapping.Version,
        };
        var preview = await mappings.PreviewAsync(main, draft);
        if (preview.Problems.Count == 0)
        {
            await mappings.SaveAsync(main, draft);
        }
        // end
    }

    // snippet: add
    internal sealed class TrackLastOrder : IMappingTrackedFieldsHandler
    {
        public void Handle(TrackedFieldsContext context) =>
            context.Add(new TrackedField { Entity = "Order", Field = "PlacedAt", RootEntity = "Customer", Path = "Orders" });
    }
    // end

    // snippet: remove
    internal sealed class LeaveTownsToForceSync : IMappingTrackedFieldsHandler
    {
        public void Handle(TrackedFieldsContext context) =>
            context.Remove(field => field is { Entity: "Address", Field: "Town" });
    }
    // end

    // snippet: redirect
    internal sealed class FollowTheSourceOfFirstNames : IMappingTrackedFieldsHandler
    {
        public void Handle(TrackedFieldsContext context) => context.Redirect(
            field => field is { Entity: "Customer", Field: "FirstName" },
            field => [field with { Field = "Note", Account = new AccountId("main") }]);
    }
    // end
}
