using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Dotdigital.Sdk.Emulator.ContactsV3;

/// <summary>A paging marker: go on after this contact, forwards or (to the previous page) backwards; when it was given out.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Marker(int After, long Issued)
{
    public static Marker? Parse(string text)
    {
        Span<byte> bytes = stackalloc byte[128];
        if (text.Length > 160 || !Convert.TryFromBase64String(text, bytes, out var length))
        {
            return null;
        }

        var parts = Encoding.ASCII.GetString(bytes[..length]).Split('|');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var after)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var issued)
                ? new Marker(after, issued)
                : null;
    }

    public override string ToString() => Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{After}|{Issued}")));
}
