using System.Globalization;
using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.DataFields;

/// <summary>The value of a data field: nothing, text (also dates), a number or a boolean. 24 bytes, no boxing.</summary>
[JsonConverter(typeof(DataFieldValueConverter))]
public readonly record struct DataFieldValue
{
    private static readonly object IsNumber = new();
    private static readonly object IsBoolean = new();

    /// <summary>The text itself, or which of the other kinds it is: a byte for the kind would take eight.</summary>
    private readonly object? content;
    private readonly decimal number;

    private DataFieldValue(object? content, decimal number)
    {
        this.content = content;
        this.number = number;
    }

    /// <summary>No value. In a v3 request it clears the field.</summary>
    public static DataFieldValue Null => default;

    /// <summary>What it holds.</summary>
    public DataFieldValueKind Kind => content switch
    {
        null => DataFieldValueKind.Null,
        string => DataFieldValueKind.Text,
        _ => content == IsNumber ? DataFieldValueKind.Number : DataFieldValueKind.Boolean,
    };

    /// <summary>Whether it holds nothing.</summary>
    public bool IsNull => content is null;

    /// <summary>Text; <see langword="null"/> gives <see cref="Null"/>.</summary>
    /// <param name="value">The text.</param>
    public static DataFieldValue FromText(string? value) => value is null ? default : new(value, 0);

    /// <summary>A number.</summary>
    /// <param name="value">The number.</param>
    public static DataFieldValue FromNumber(decimal value) => new(IsNumber, value);

    /// <summary>True or false.</summary>
    /// <param name="value">The boolean.</param>
    public static DataFieldValue FromBoolean(bool value) => new(IsBoolean, value ? 1 : 0);

    /// <summary>A date and time, written in UTC as <c>yyyy-MM-ddTHH:mm:ss</c>, as data fields take it.</summary>
    /// <param name="value">The instant.</param>
    public static DataFieldValue FromDate(DateTimeOffset value) =>
        FromText(value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));

    /// <summary>The text; <see langword="null"/> when it holds something else.</summary>
    public string? AsText() => content as string;

    /// <summary>The number, also from text in invariant form; <see langword="null"/> when it is none.</summary>
    public decimal? AsNumber() => Kind switch
    {
        DataFieldValueKind.Number => number,
        DataFieldValueKind.Text when decimal.TryParse(AsText(), NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var parsed) => parsed,
        _ => null,
    };

    /// <summary>The boolean, also from the texts true and false; <see langword="null"/> when it is none.</summary>
    public bool? AsBoolean() => Kind switch
    {
        DataFieldValueKind.Boolean => number != 0,
        DataFieldValueKind.Text when bool.TryParse(AsText(), out var parsed) => parsed,
        _ => null,
    };

    /// <summary>The date, UTC, from text as the API writes dates; <see langword="null"/> when it is none.</summary>
    public DateTimeOffset? AsDate() =>
        DotdigitalDate.TryParse(AsText(), out var date) ? date : null;

    /// <summary>The value in invariant text: numbers without trailing zeros lost, <c>true</c>/<c>false</c>, empty for nothing.</summary>
    public override string ToString() => Kind switch
    {
        DataFieldValueKind.Text => AsText()!,
        DataFieldValueKind.Number => number.ToString(CultureInfo.InvariantCulture),
        DataFieldValueKind.Boolean => number != 0 ? "true" : "false",
        _ => "",
    };
}
