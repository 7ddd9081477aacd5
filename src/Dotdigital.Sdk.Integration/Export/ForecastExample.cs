namespace Dotdigital.Sdk.Integration.Export;

/// <summary>One person of a dry run. Has an email: keep it out of logs.</summary>
/// <param name="Kind">What would be done.</param>
/// <param name="ItemId">The marketing list item, when known.</param>
/// <param name="Email">The address; null when the item has none.</param>
/// <param name="Detail">The new address of a rename, or the reason; null when there is nothing to say.</param>
public sealed record ForecastExample(ForecastKind Kind, string? ItemId, string? Email, string? Detail);
