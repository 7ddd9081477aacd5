namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard;

/// <summary>A part of the dashboard.</summary>
/// <param name="Path">Its first page.</param>
/// <param name="Label">What it is called.</param>
internal sealed record DashboardSection(string Path, string Label)
{
    /// <summary>Whether a page belongs to it; the dashboard's own address shows the lists.</summary>
    public bool IsCurrent(string pattern) =>
        string.Equals(pattern.Split('/')[0], Path, StringComparison.Ordinal) || (pattern.Length == 0 && string.Equals(Path, "lists", StringComparison.Ordinal));
}
