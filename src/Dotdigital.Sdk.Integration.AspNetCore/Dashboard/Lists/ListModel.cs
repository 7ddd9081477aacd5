using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Lists;

/// <summary>A connected list's page.</summary>
/// <param name="List">The list.</param>
/// <param name="SetAside">How many rows are set aside, by reason.</param>
internal sealed record ListModel(MarketingListOverview List, IReadOnlyDictionary<string, long> SetAside);
