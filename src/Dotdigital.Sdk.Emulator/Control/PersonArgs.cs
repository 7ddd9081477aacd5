namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>A person, in an address book or a campaign where one is meant.</summary>
internal sealed record PersonArgs(string Email, int? AddressBookId = null, int? CampaignId = null);
