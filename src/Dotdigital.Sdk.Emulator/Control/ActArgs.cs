namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>What a recipient of a campaign does.</summary>
internal sealed record ActArgs(int CampaignId, string Email, string? Url = null);
