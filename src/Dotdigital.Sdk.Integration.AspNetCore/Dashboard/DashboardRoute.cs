namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard;

/// <summary>One address of the dashboard.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Pattern">Below the dashboard's prefix; without parameters, which travel in the query or the form.</param>
/// <param name="Handle">Answers it.</param>
/// <param name="Changes">Whether it changes something: only then is the change policy asked.</param>
internal sealed record DashboardRoute(string Method, string Pattern, Func<DashboardRequest, Task<DashboardAnswer>> Handle, bool Changes)
{
    /// <summary>The asset that it serves instead of a page; null for a page.</summary>
    public string? Asset { get; init; }
}
