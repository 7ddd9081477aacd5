using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>Keys as invariant text, and back.</summary>
internal static class KeyText
{
    /// <summary>The key's text; null for none.</summary>
    public static string? Of(object? key) => key switch
    {
        null => null,
        string text => text.Length == 0 ? null : text,
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => key.ToString(),
    };

    /// <summary>The key that <see cref="Of"/> wrote; false for a text that is no key of this type.</summary>
    public static bool TryParse<TKey>(string text, [NotNullWhen(true)] out TKey? key)
    {
        object? parsed = null;
        if (typeof(TKey) == typeof(string))
        {
            parsed = text;
        }
        else if (typeof(TKey) == typeof(int) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            parsed = number;
        }
        else if (typeof(TKey) == typeof(long) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var big))
        {
            parsed = big;
        }
        else if (typeof(TKey) == typeof(Guid) && Guid.TryParse(text, out var guid))
        {
            parsed = guid;
        }

        key = parsed is null ? default : (TKey)parsed;
        return parsed is not null;
    }
}
