namespace Dotdigital.Sdk.Emulator.Control;

internal sealed record CampaignStatusArgs(int CampaignId, string Status);
