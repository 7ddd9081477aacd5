namespace Dotdigital.Sdk.Emulator.Control;

internal sealed record CampaignArgs(int CampaignId);
