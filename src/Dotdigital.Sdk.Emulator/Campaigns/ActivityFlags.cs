namespace Dotdigital.Sdk.Emulator.Campaigns;

[Flags]
internal enum ActivityFlags : byte
{
    None = 0,
    Unsubscribed = 1,
    SoftBounced = 2,
    HardBounced = 4,
    Complained = 8,
}
