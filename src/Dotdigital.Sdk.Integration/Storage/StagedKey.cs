using Dotdigital.Sdk.Integration.Contacts;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>One key of a marketing list's pass.</summary>
/// <param name="ItemId">The item, unique within the list.</param>
/// <param name="Email">Its address.</param>
/// <param name="IsOptedOut">Whether the host says that the person opted out.</param>
public sealed record StagedKey(string ItemId, EmailAddress Email, bool IsOptedOut);
