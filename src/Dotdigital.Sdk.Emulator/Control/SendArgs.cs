namespace Dotdigital.Sdk.Emulator.Control;

internal sealed record SendArgs(int CampaignId, IReadOnlyList<int> AddressBookIds);
