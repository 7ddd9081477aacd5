using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Surveys;

/// <summary>What a respondent is sent (v2 <c>ApiRespondentNotificationType</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<SurveyNotificationType>))]
public readonly record struct SurveyNotificationType : IOpenEnum<SurveyNotificationType>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public SurveyNotificationType(string? value) => this.value = value;

    /// <summary>The API's <c>None</c>.</summary>
    public static SurveyNotificationType None { get; } = new("None");

    /// <summary>The API's <c>Basic</c>.</summary>
    public static SurveyNotificationType Basic { get; } = new("Basic");

    /// <summary>The API's <c>Campaign</c>.</summary>
    public static SurveyNotificationType Campaign { get; } = new("Campaign");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static SurveyNotificationType NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static SurveyNotificationType FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(SurveyNotificationType other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
