using System.Globalization;
using Dotdigital.Sdk.Integration.DataFields;

namespace Dotdigital.Sdk.Integration.TwoWay;

/// <summary>Turns canonical text (rule W-3) into a value of a host field's type: the way back of <see cref="Mapping.CanonicalValue"/>.</summary>
internal static class HostValue
{
    private static readonly string[] DateFormats = ["yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd"];

    /// <summary>Converts.</summary>
    /// <param name="text">The canonical text; empty for no value.</param>
    /// <param name="type">The field's CLR type, without nullability.</param>
    /// <param name="dataField">The data field's type: what a field of type object gets.</param>
    /// <param name="zone">The zone of the host's unspecified times (rule EX-4).</param>
    /// <param name="value">The value; null for none.</param>
    /// <returns>False when the text is no value of the type.</returns>
    public static bool TryConvert(string text, Type type, DataFieldType dataField, TimeZoneInfo zone, out object? value)
    {
        value = null;
        if (text.Length == 0)
        {
            return true;
        }

        value = type == typeof(object) ? Of(text, PlainType(dataField), zone) : Of(text, type, zone);
        return value is not null;
    }

    private static Type PlainType(DataFieldType type) => type switch
    {
        DataFieldType.Numeric => typeof(decimal),
        DataFieldType.Date => typeof(DateTime),
        DataFieldType.Boolean => typeof(bool),
        _ => typeof(string),
    };

    private static object? Of(string text, Type type, TimeZoneInfo zone)
    {
        if (type == typeof(string))
        {
            return text;
        }

        if (type.IsEnum)
        {
            return Enum.TryParse(type, text, ignoreCase: true, out var named) && !char.IsAsciiDigit(text[0]) && text[0] != '-' ? named : null;
        }

        if (type == typeof(bool))
        {
            return bool.TryParse(text, out var flag) ? flag : null;
        }

        if (type == typeof(Guid))
        {
            return Guid.TryParse(text, out var id) ? id : null;
        }

        if (type == typeof(DateOnly))
        {
            return TryInstant(text, out var day) ? DateOnly.FromDateTime(day) : null;
        }

        if (type == typeof(DateTimeOffset))
        {
            return TryInstant(text, out var utc) ? new DateTimeOffset(utc, TimeSpan.Zero) : null;
        }

        if (type == typeof(DateTime))
        {
            return TryInstant(text, out var utc) ? InZone(utc, zone) : null;
        }

        return Number(text, type);
    }

    private static object? Number(string text, Type type)
    {
        if (Type.GetTypeCode(type) is < TypeCode.SByte or > TypeCode.Decimal
            || !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var isWhole = Type.GetTypeCode(type) is not (TypeCode.Single or TypeCode.Double or TypeCode.Decimal);
        if (isWhole && number != decimal.Truncate(number))
        {
            // Cutting the fraction off would come back to Dotdigital as the host's own change.
            return null;
        }

        try
        {
            return Convert.ChangeType(number, type, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static bool TryInstant(string text, out DateTime utc) =>
        DateTime.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out utc);

    private static DateTime InZone(DateTime utc, TimeZoneInfo zone) =>
        zone.Equals(TimeZoneInfo.Utc) ? utc : TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
}
