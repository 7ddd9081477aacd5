using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Dotdigital.Sdk.Serialization;

/// <summary>The API's dates: ISO 8601 with or without an offset (none means UTC), a space for the T, fractions of any length.</summary>
internal static class DotdigitalDate
{
    public static bool TryParse([NotNullWhen(true)] string? text, out DateTimeOffset date) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces,
            out date);

    /// <summary>The form for paths and queries: UTC to the second, with the time.</summary>
    public static string Format(DateTimeOffset date) =>
        date.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
