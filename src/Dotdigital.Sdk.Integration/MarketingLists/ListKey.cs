namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>The key of one host record of a marketing list.</summary>
/// <param name="ItemId">The record's id as text, 1 to 200 characters, stable for its life, unique within the list.</param>
/// <param name="Email">Its address as the host has it; null or malformed ones are set aside by the engine, never lost.</param>
/// <param name="IsOptedOut">The host's own knowledge that the person opted out.</param>
public readonly record struct ListKey(string ItemId, string? Email, bool IsOptedOut = false);
