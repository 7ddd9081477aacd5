using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Surveys;

/// <summary>What follows a response (v2 <c>ApiSurveyConfirmationMode</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<SurveyConfirmationMode>))]
public readonly record struct SurveyConfirmationMode : IOpenEnum<SurveyConfirmationMode>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public SurveyConfirmationMode(string? value) => this.value = value;

    /// <summary>The API's <c>Text</c>.</summary>
    public static SurveyConfirmationMode Text { get; } = new("Text");

    /// <summary>The API's <c>Url</c>.</summary>
    public static SurveyConfirmationMode Url { get; } = new("Url");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static SurveyConfirmationMode NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static SurveyConfirmationMode FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(SurveyConfirmationMode other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
