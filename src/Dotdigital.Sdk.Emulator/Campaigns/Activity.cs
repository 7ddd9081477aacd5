namespace Dotdigital.Sdk.Emulator.Campaigns;

/// <summary>What one contact did with one campaign. Instants are UTC ticks.</summary>
internal sealed class Activity
{
    public required int ContactId { get; init; }

    public required string Email { get; init; }

    public required long Sent { get; set; }

    public long Changed { get; set; }

    public int Opens { get; set; }

    public int Clicks { get; set; }

    public long FirstOpened { get; set; }

    public long LastOpened { get; set; }

    public ActivityFlags Flags { get; set; }
}
