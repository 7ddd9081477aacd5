namespace Dotdigital.Sdk.Emulator.Imports;

internal enum CsvColumnKind : byte
{
    DataField,
    Email,
    EmailType,
    OptInType,
    Consent,
    Preference,
}
