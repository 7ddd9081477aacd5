using System.Collections.Frozen;
using System.Globalization;
using Dotdigital.Sdk.DataFields;

namespace Dotdigital.Sdk.Integration.DataFields;

/// <summary>What Dotdigital takes as a new data field (rule DF-2).</summary>
internal static class DataFieldRules
{
    private const int MaxNameLength = 20;
    private const int MaxTextLength = 1000;
    private const int MaxNotesLength = 2000;
    private const string DateFormat = "yyyy-MM-ddTHH:mm:ss";

    private static readonly FrozenSet<string> Reserved = new[]
    {
        "account", "campaign", "campaignid", "contact", "contact_api_id", "contactid", "email", "hcontactid", "hemail", "hemail256", "id",
        "messagecontent", "mobilenumberid", "notes", "unsubscribed", "uniquecontactid",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Checks everything that can be checked without Dotdigital.</summary>
    /// <returns>The field as the client sends it.</returns>
    /// <exception cref="DataFieldException">A part does not fit.</exception>
    public static DataField Check(NewDataField field)
    {
        CheckName(field.Name);
        if (field.Type == DataFieldType.Unknown || !Enum.IsDefined(field.Type))
        {
            throw new DataFieldException(field.Name, "needs a type: String, Numeric, Date or Boolean.");
        }

        var visibility = new DataFieldVisibility(field.Visibility);
        if (visibility != DataFieldVisibility.Public && visibility != DataFieldVisibility.Private)
        {
            throw new DataFieldException(field.Name, "needs a visibility: Public or Private.");
        }

        if (field.Notes?.Length > MaxNotesLength)
        {
            throw new DataFieldException(field.Name, $"has notes of {field.Notes.Length} characters: {MaxNotesLength} are kept.");
        }

        return new DataField
        {
            Name = field.Name,
            Type = field.Type.ToRemote(),
            Visibility = visibility == DataFieldVisibility.Public ? DataFieldVisibility.Public : DataFieldVisibility.Private,
            DefaultValue = ReadDefault(field),
        };
    }

    private static void CheckName(string name)
    {
        if (string.IsNullOrEmpty(name) || name.Length > MaxNameLength || !name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
        {
            throw new DataFieldException(name ?? string.Empty, "has a name that Dotdigital does not take: use 1 to 20 letters A to Z, digits, '_' or '-'.");
        }

        if (Reserved.Contains(name))
        {
            throw new DataFieldException(name, "has a name that Dotdigital keeps for itself: choose another one.");
        }
    }

    private static DataFieldValue ReadDefault(NewDataField field)
    {
        if (field.DefaultValue is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return DataFieldValue.Null;
        }

        switch (field.Type)
        {
            case DataFieldType.Numeric:
                return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    ? DataFieldValue.FromNumber(number)
                    : throw new DataFieldException(field.Name, "is Numeric, but its default is no number: write digits, with a point before decimals.");
            case DataFieldType.Date:
                return DateTimeOffset.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                    ? DataFieldValue.FromDate(date)
                    : throw new DataFieldException(field.Name, $"is a Date, but its default is none: write it as {DateFormat}, in UTC.");
            case DataFieldType.Boolean:
                return bool.TryParse(text, out var boolean)
                    ? DataFieldValue.FromBoolean(boolean)
                    : throw new DataFieldException(field.Name, "is Boolean, but its default is neither true nor false.");
            default:
                return text.Length <= MaxTextLength
                    ? DataFieldValue.FromText(text)
                    : throw new DataFieldException(field.Name, $"has a default of {text.Length} characters: Dotdigital keeps {MaxTextLength}.");
        }
    }
}
