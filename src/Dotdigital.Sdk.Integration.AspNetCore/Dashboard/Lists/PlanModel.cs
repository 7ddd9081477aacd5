using Dotdigital.Sdk.Integration.Export;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Lists;

/// <summary>What an export would do.</summary>
/// <param name="Account">The account.</param>
/// <param name="Forecast">The forecast.</param>
internal sealed record PlanModel(string Account, ListForecast Forecast);
