using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Surveys;

/// <summary>Where respondents are put (v2 <c>ApiSurveyAssignedAddressBookTarget</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<SurveyAddressBookTarget>))]
public readonly record struct SurveyAddressBookTarget : IOpenEnum<SurveyAddressBookTarget>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public SurveyAddressBookTarget(string? value) => this.value = value;

    /// <summary>The API's <c>AllContacts</c>.</summary>
    public static SurveyAddressBookTarget AllContacts { get; } = new("AllContacts");

    /// <summary>The API's <c>SpecificAddressBook</c>.</summary>
    public static SurveyAddressBookTarget SpecificAddressBook { get; } = new("SpecificAddressBook");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static SurveyAddressBookTarget NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static SurveyAddressBookTarget FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(SurveyAddressBookTarget other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
