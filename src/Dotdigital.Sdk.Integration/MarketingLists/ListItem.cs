namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>One host record of a marketing list with the values of the fields asked for.</summary>
/// <param name="ItemId">The record's id.</param>
/// <param name="Email">Its address now.</param>
/// <param name="IsOptedOut">Whether the person opted out by now.</param>
/// <param name="Values">One value per field asked for, in that order: null, string, bool, any number, DateTime, DateTimeOffset, DateOnly, Guid or an enum.</param>
public sealed record ListItem(string ItemId, string? Email, bool IsOptedOut, IReadOnlyList<object?> Values);
