namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Lists;

/// <summary>A connected list's page.</summary>
/// <param name="Row">The list.</param>
/// <param name="SetAside">How many rows are set aside, by reason.</param>
internal sealed record ListModel(ListRow Row, IReadOnlyDictionary<string, long> SetAside);
