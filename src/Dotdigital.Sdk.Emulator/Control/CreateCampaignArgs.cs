namespace Dotdigital.Sdk.Emulator.Control;

internal sealed record CreateCampaignArgs(string Name, string? Subject = null, string? FromName = null, string? FromAddress = null);
