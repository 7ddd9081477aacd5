namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>What Dotdigital said about a person's subscription.</summary>
/// <param name="EventId">The same at a repeated delivery.</param>
/// <param name="Email">The normalised address.</param>
/// <param name="Reason">The status in Dotdigital's spelling.</param>
/// <param name="At">When, by Dotdigital's clock; null when it did not say.</param>
/// <param name="IsUndeliverable">True for a hard bounce or bad domain: not the person's no (rule S-2).</param>
/// <param name="IsAccountWide">True when the whole account is meant, false for the list's address book alone.</param>
public sealed record OptOutNotice(Guid EventId, string Email, string Reason, DateTimeOffset? At, bool IsUndeliverable, bool IsAccountWide);
