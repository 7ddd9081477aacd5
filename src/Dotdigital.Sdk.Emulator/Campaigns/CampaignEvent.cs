using System.Runtime.InteropServices;

namespace Dotdigital.Sdk.Emulator.Campaigns;

/// <summary>One open, or one click (then with the link's address).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CampaignEvent(int ContactId, string Email, long At, string? Url);
