namespace Dotdigital.Sdk.Emulator.Imports;

/// <summary>How new values meet old ones; v2 and v3 have the same three under different names.</summary>
internal enum MergeOption : byte
{
    Overwrite,
    OverwriteIfNotEmpty,
    OverwriteIfEmpty,
}
