namespace Dotdigital.Sdk.Emulator.Imports;

internal enum ImportKind : byte
{
    Csv,
    Collection,
    V3,
}
