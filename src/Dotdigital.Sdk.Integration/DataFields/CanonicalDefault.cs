using System.Globalization;
using Dotdigital.Sdk.DataFields;

namespace Dotdigital.Sdk.Integration.DataFields;

/// <summary>The default of a data field in canonical text (rule W-3).</summary>
internal static class CanonicalDefault
{
    private const string NumberFormat = "0.############################";
    private const string DateFormat = "yyyy-MM-ddTHH:mm:ss";

    /// <summary>Text trimmed, numbers invariant without trailing zeros, dates to the second in UTC, <c>true</c>/<c>false</c>; null for nothing or blank. A value that is not of its type is kept as trimmed text.</summary>
    public static string? Of(DataFieldType type, DataFieldValue value)
    {
        var text = value.ToString().Trim();
        if (text.Length == 0)
        {
            return null;
        }

        return type switch
        {
            DataFieldType.Numeric when value.AsNumber() is { } number => Number(number),
            DataFieldType.Date when value.AsDate() is { } date => date.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture),
            DataFieldType.Boolean when value.AsBoolean() is { } boolean => boolean ? "true" : "false",
            _ => text,
        };
    }

    private static string Number(decimal number) => number == 0 ? "0" : number.ToString(NumberFormat, CultureInfo.InvariantCulture);
}
