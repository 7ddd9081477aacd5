namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>A contact of the connected address book that is to become a record of the host (rule IM-5).</summary>
/// <param name="EventId">The same at a repeated call for the same contact.</param>
/// <param name="Email">The normalised address.</param>
/// <param name="Fields">Its two-way fields that have a value in Dotdigital.</param>
public sealed record NewItem(Guid EventId, string Email, IReadOnlyList<FieldWrite> Fields);
