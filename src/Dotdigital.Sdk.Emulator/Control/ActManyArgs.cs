namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>What the first recipients of a campaign do.</summary>
internal sealed record ActManyArgs(int CampaignId, int Count, string? Url = null);
