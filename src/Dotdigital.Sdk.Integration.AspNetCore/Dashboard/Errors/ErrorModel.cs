namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Errors;

/// <summary>What went wrong, and what to do.</summary>
/// <param name="Problem">What is wrong.</param>
/// <param name="NextStep">What to do next.</param>
/// <param name="Reference">What finds it in the host's log; null when there is nothing to find.</param>
internal sealed record ErrorModel(string Problem, string NextStep, string? Reference = null);
