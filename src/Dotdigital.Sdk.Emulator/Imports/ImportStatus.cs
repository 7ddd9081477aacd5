namespace Dotdigital.Sdk.Emulator.Imports;

internal enum ImportStatus : byte
{
    NotFinished,
    Finished,
    RejectedByWatchdog,
    InvalidFileFormat,
    Failed,
    ExceedsAllowedContactLimit,
}
