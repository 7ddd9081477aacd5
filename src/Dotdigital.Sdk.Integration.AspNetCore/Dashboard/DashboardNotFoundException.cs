namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard;

/// <summary>A page was asked for something that does not exist.</summary>
internal sealed class DashboardNotFoundException(string problem) : Exception(problem);
