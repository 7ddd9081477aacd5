namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>Whom an activity counts for: the contact, and the item of one of the campaign's marketing lists when there is one (rule IM-9).</summary>
internal readonly record struct ItemLink(long ContactId, int? ConnectionId, string? ItemId);
