using System.Globalization;

namespace Dotdigital.Sdk.Emulator.DataFields;

/// <summary>The canonical forms of the typed values (FACTS: dates, data fields).</summary>
internal static class DataFieldValue
{
    private static readonly string[] DateFormats =
    [
        "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm",
        "dd/MM/yyyy", "dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm:ss",
    ];

    public static bool TryNumber(ReadOnlySpan<char> raw, Span<char> buffer, out int written)
    {
        written = 0;
        return decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number.TryFormat(buffer, out written, "0.############################", CultureInfo.InvariantCulture);
    }

    public static bool TryDate(ReadOnlySpan<char> raw, Span<char> buffer, out int written)
    {
        written = 0;
        if (!DateTime.TryParseExact(raw, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            if (!DateTimeOffset.TryParse(raw, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant))
            {
                return false;
            }

            date = instant.UtcDateTime;
        }

        return date.TryFormat(buffer, out written, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }

    public static bool TryBoolean(ReadOnlySpan<char> raw, out bool value)
    {
        value = Is(raw, "true") || Is(raw, "yes") || Is(raw, "y") || Is(raw, "1");
        return value || Is(raw, "false") || Is(raw, "no") || Is(raw, "n") || Is(raw, "0");
    }

    public static string Date(long ticks) => new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    private static bool Is(ReadOnlySpan<char> raw, string word) => raw.Equals(word, StringComparison.OrdinalIgnoreCase);
}
