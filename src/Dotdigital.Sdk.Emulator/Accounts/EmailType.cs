namespace Dotdigital.Sdk.Emulator.Accounts;

internal enum EmailType : byte
{
    PlainText,
    Html,
}
