using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Account;

/// <summary>What a managed user may do (v2 <c>ApiPermissionTypes</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<ManagedUserPermission>))]
public readonly record struct ManagedUserPermission : IOpenEnum<ManagedUserPermission>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public ManagedUserPermission(string? value) => this.value = value;

    /// <summary>The API's <c>Sender</c>.</summary>
    public static ManagedUserPermission Sender { get; } = new("Sender");

    /// <summary>The API's <c>Reporter</c>.</summary>
    public static ManagedUserPermission Reporter { get; } = new("Reporter");

    /// <summary>The API's <c>EditCampaigns</c>.</summary>
    public static ManagedUserPermission EditCampaigns { get; } = new("EditCampaigns");

    /// <summary>The API's <c>TemplateAdmin</c>.</summary>
    public static ManagedUserPermission TemplateAdmin { get; } = new("TemplateAdmin");

    /// <summary>The API's <c>Contacts</c>.</summary>
    public static ManagedUserPermission Contacts { get; } = new("Contacts");

    /// <summary>The API's <c>ReportDrillDown</c>.</summary>
    public static ManagedUserPermission ReportDrillDown { get; } = new("ReportDrillDown");

    /// <summary>The API's <c>ContactExporter</c>.</summary>
    public static ManagedUserPermission ContactExporter { get; } = new("ContactExporter");

    /// <summary>The API's <c>CanSendWithoutApproval</c>.</summary>
    public static ManagedUserPermission CanSendWithoutApproval { get; } = new("CanSendWithoutApproval");

    /// <summary>The API's <c>Programs</c>.</summary>
    public static ManagedUserPermission Programs { get; } = new("Programs");

    /// <summary>The API's <c>ManageAccount</c>.</summary>
    public static ManagedUserPermission ManageAccount { get; } = new("ManageAccount");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static ManagedUserPermission NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static ManagedUserPermission FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(ManagedUserPermission other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
