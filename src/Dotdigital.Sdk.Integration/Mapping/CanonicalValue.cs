using System.Globalization;
using Dotdigital.Sdk.DataFields;
using DataFieldType = Dotdigital.Sdk.Integration.DataFields.DataFieldType;

namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>
/// The canonical text of a value as Dotdigital keeps it (rule W-3): text trimmed, numbers invariant without trailing zeros, dates
/// <c>yyyy-MM-ddTHH:mm:ss</c> in UTC, <c>true</c> and <c>false</c>. Null is no value.
/// </summary>
internal static class CanonicalValue
{
    /// <summary>The longest text a data field holds.</summary>
    public const int MaxTextLength = 1000;

    private const string DateFormat = "yyyy-MM-ddTHH:mm:ss";

    /// <summary>Canonical text of what Dotdigital sent; a value that does not parse as its type is kept as it came.</summary>
    public static string? FromRemote(DataFieldValue value, DataFieldType type)
    {
        if (value.IsNull)
        {
            return null;
        }

        var text = type switch
        {
            DataFieldType.Numeric => value.AsNumber() is { } number ? Number(number) : value.ToString(),
            DataFieldType.Date => value.AsDate() is { } date ? Date(date) : value.ToString(),
            DataFieldType.Boolean => value.AsBoolean() is { } flag ? Flag(flag) : value.ToString(),
            _ => value.ToString(),
        };
        text = text.Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>Canonical text of a host's value for a data field of <paramref name="type"/>.</summary>
    /// <param name="value">The host's value.</param>
    /// <param name="type">The data field's type.</param>
    /// <param name="zone">The zone of unspecified times.</param>
    /// <param name="overlong">What to do with text that is too long.</param>
    /// <param name="text">The canonical text; null for no value.</param>
    /// <returns>Null when it fits, else why not, without the value.</returns>
    public static string? TryFromHost(object? value, DataFieldType type, TimeZoneInfo zone, OverlongAction overlong, out string? text)
    {
        text = null;
        if (value is null || value is string { Length: 0 })
        {
            return null;
        }

        switch (type)
        {
            case DataFieldType.Numeric:
                return TryNumber(value, out text) ? null : $"a {value.GetType().Name} is not a number that fits";
            case DataFieldType.Date:
                return TryDate(value, zone, out text) ? null : $"a {value.GetType().Name} is not a date";
            case DataFieldType.Boolean:
                text = value is bool flag ? Flag(flag) : null;
                return text is null ? $"a {value.GetType().Name} is not true or false" : null;
            default:
                return TryText(value, zone, overlong, out text) ? null : $"the text is longer than {MaxTextLength} characters";
        }
    }

    /// <summary>The text form of any value, trimmed; null when blank.</summary>
    public static string? TextOf(object? value, TimeZoneInfo zone)
    {
        var text = value switch
        {
            null => null,
            string given => given,
            bool flag => Flag(flag),
            DateTime or DateTimeOffset or DateOnly => TryDate(value, zone, out var date) ? date : null,
            Enum or Guid => value.ToString(),
            float or double or decimal => TryNumber(value, out var number) ? number : null,
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
        text = text?.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static bool TryText(object value, TimeZoneInfo zone, OverlongAction overlong, out string? text)
    {
        text = TextOf(value, zone);
        if (text is null || text.Length <= MaxTextLength)
        {
            return true;
        }

        if (overlong == OverlongAction.SetsAside)
        {
            text = null;
            return false;
        }

        var length = char.IsHighSurrogate(text[MaxTextLength - 1]) ? MaxTextLength - 1 : MaxTextLength;
        text = text[..length].TrimEnd();
        return true;
    }

    private static bool TryNumber(object value, out string? text)
    {
        text = null;
        switch (value)
        {
            case decimal number:
                text = Number(number);
                return true;
            case double number when double.IsFinite(number) && Math.Abs(number) < 7.9e27:
                text = Number((decimal)number);
                return true;
            case float number when float.IsFinite(number) && Math.Abs(number) < 7.9e27f:
                text = Number((decimal)number);
                return true;
            case sbyte or byte or short or ushort or int or uint or long or ulong:
                text = ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture);
                return true;
            default:
                return false;
        }
    }

    private static bool TryDate(object value, TimeZoneInfo zone, out string? text)
    {
        text = value switch
        {
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00",
            DateTimeOffset instant => Date(instant),
            DateTime { Kind: DateTimeKind.Unspecified } time => Unspecified(time, zone).ToString(DateFormat, CultureInfo.InvariantCulture),
            DateTime time => time.ToUniversalTime().ToString(DateFormat, CultureInfo.InvariantCulture),
            _ => null,
        };
        return text is not null;
    }

    private static DateTime Unspecified(DateTime time, TimeZoneInfo zone) =>
        zone.IsInvalidTime(time) ? TimeZoneInfo.ConvertTimeToUtc(time.AddHours(1), zone) : TimeZoneInfo.ConvertTimeToUtc(time, zone);

    private static string Date(DateTimeOffset instant) => instant.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);

    private static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Flag(bool flag) => flag ? "true" : "false";
}
