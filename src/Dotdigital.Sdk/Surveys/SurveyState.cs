using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Surveys;

/// <summary>The state of a survey (v2 <c>ApiSurveyState</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<SurveyState>))]
public readonly record struct SurveyState : IOpenEnum<SurveyState>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public SurveyState(string? value) => this.value = value;

    /// <summary>The API's <c>Active</c>.</summary>
    public static SurveyState Active { get; } = new("Active");

    /// <summary>The API's <c>Inactive</c>.</summary>
    public static SurveyState Inactive { get; } = new("Inactive");

    /// <summary>The API's <c>Pending</c>.</summary>
    public static SurveyState Pending { get; } = new("Pending");

    /// <summary>The API's <c>Expired</c>.</summary>
    public static SurveyState Expired { get; } = new("Expired");

    /// <summary>The API's <c>SurveyFeatureDisabled</c>.</summary>
    public static SurveyState SurveyFeatureDisabled { get; } = new("SurveyFeatureDisabled");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static SurveyState NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static SurveyState FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(SurveyState other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
