namespace Dotdigital.Sdk.Emulator.Accounts;

internal enum OptInType : byte
{
    Unknown,
    Single,
    Double,
    VerifiedDouble,
}
