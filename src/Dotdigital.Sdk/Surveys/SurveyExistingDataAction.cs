using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Surveys;

/// <summary>What happens to a field whose data field has a value (v2 <c>ApiAssignedContactDataExistsAction</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<SurveyExistingDataAction>))]
public readonly record struct SurveyExistingDataAction : IOpenEnum<SurveyExistingDataAction>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public SurveyExistingDataAction(string? value) => this.value = value;

    /// <summary>The API's <c>OverwriteData</c>.</summary>
    public static SurveyExistingDataAction OverwriteData { get; } = new("OverwriteData");

    /// <summary>The API's <c>HideField</c>.</summary>
    public static SurveyExistingDataAction HideField { get; } = new("HideField");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static SurveyExistingDataAction NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static SurveyExistingDataAction FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(SurveyExistingDataAction other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
