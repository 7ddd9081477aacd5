using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.DataFields;

/// <summary>What kind of thing uses a data field (v2 <c>ApiBusinessObjectType</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<DataFieldDependencyType>))]
public readonly record struct DataFieldDependencyType : IOpenEnum<DataFieldDependencyType>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public DataFieldDependencyType(string? value) => this.value = value;

    /// <summary>The API's <c>Campaign</c>.</summary>
    public static DataFieldDependencyType Campaign { get; } = new("Campaign");

    /// <summary>The API's <c>Survey</c>.</summary>
    public static DataFieldDependencyType Survey { get; } = new("Survey");

    /// <summary>The API's <c>MicrositePage</c>.</summary>
    public static DataFieldDependencyType MicrositePage { get; } = new("MicrositePage");

    /// <summary>The API's <c>DynamicContent</c>.</summary>
    public static DataFieldDependencyType DynamicContent { get; } = new("DynamicContent");

    /// <summary>The API's <c>ContactLabel</c>.</summary>
    public static DataFieldDependencyType ContactLabel { get; } = new("ContactLabel");

    /// <summary>The API's <c>SurveyQuestion</c>.</summary>
    public static DataFieldDependencyType SurveyQuestion { get; } = new("SurveyQuestion");

    /// <summary>The API's <c>AddressBook</c>.</summary>
    public static DataFieldDependencyType AddressBook { get; } = new("AddressBook");

    /// <summary>The API's <c>DynamicContentRule</c>.</summary>
    public static DataFieldDependencyType DynamicContentRule { get; } = new("DynamicContentRule");

    /// <summary>The API's <c>CampaignLink</c>.</summary>
    public static DataFieldDependencyType CampaignLink { get; } = new("CampaignLink");

    /// <summary>The API's <c>CampaignTemplate</c>.</summary>
    public static DataFieldDependencyType CampaignTemplate { get; } = new("CampaignTemplate");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static DataFieldDependencyType NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static DataFieldDependencyType FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(DataFieldDependencyType other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
