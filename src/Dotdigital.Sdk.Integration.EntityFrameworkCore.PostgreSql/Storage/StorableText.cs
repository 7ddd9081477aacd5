using System.Buffers;
using System.Text;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Storage;

/// <summary>
/// Texts that PostgreSQL refuses: those with U+0000, or with half of a surrogate pair, which has no UTF-8. One such character in a name or an error
/// text must not block the rows beside it, so it becomes U+FFFD. (Item ids with one are set aside before they get here.)
/// </summary>
internal static class StorableText
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [(char)0, .. Enumerable.Range(0xD800, 0x800).Select(static code => (char)code)]);

    /// <summary>The text as PostgreSQL can store it.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspects))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // The enumeration itself gives U+FFFD for half a pair.
            clean.Append(rune.Value == 0 ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return clean.ToString();
    }
}
