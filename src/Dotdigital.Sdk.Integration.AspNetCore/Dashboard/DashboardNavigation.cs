namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard;

/// <summary>The parts of the dashboard, in the order in which they stand in its head.</summary>
internal static class DashboardNavigation
{
    /// <summary>All parts.</summary>
    public static IReadOnlyList<DashboardSection> Entries { get; } =
    [
        new("lists", "Lists"),
        new("mappings", "Mappings"),
        new("data-fields", "Data fields"),
        new("people", "Person"),
        new("campaigns", "Campaigns"),
        new("email-studio", "Email Studio"),
        new("activity", "Activity"),
        new("accounts", "Accounts"),
    ];
}
