namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>How many marketing activities of a kind a campaign had in a day.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many.</param>
public sealed record DailyActivityCount(DateOnly Day, MarketingActivityKind Kind, long Count);
