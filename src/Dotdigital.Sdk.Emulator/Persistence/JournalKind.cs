namespace Dotdigital.Sdk.Emulator.Persistence;

internal enum JournalKind : byte
{
    Request = 1,
    Control = 2,
    Clock = 3,
    Snapshot = 4,
}
