using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Surveys;

/// <summary>How often a person may respond (v2 <c>ApiSurveySubmissionMode</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<SurveySubmissionMode>))]
public readonly record struct SurveySubmissionMode : IOpenEnum<SurveySubmissionMode>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public SurveySubmissionMode(string? value) => this.value = value;

    /// <summary>The API's <c>Single</c>.</summary>
    public static SurveySubmissionMode Single { get; } = new("Single");

    /// <summary>The API's <c>Multiple</c>.</summary>
    public static SurveySubmissionMode Multiple { get; } = new("Multiple");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static SurveySubmissionMode NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static SurveySubmissionMode FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(SurveySubmissionMode other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
