using System.Text.Json.Serialization;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactImports;

/// <summary>A contact to import as JSON (<c>ApiContactForBulkImport</c>). It has no status on purpose: an import never resubscribes.</summary>
public sealed record ContactForImport
{
    /// <summary>The email address.</summary>
    public required string Email { get; init; }

    /// <summary>How it opted in; not sent when <see langword="null"/>.</summary>
    public ContactOptInType? OptInType { get; init; }

    /// <summary>The kind of mail it gets; not sent when <see langword="null"/>.</summary>
    public ContactEmailType? EmailType { get; init; }

    /// <summary>Data fields to set.</summary>
    [JsonConverter(typeof(DataFieldPairsConverter))]
    public DataFieldMap? DataFields { get; init; }

    /// <summary>The mobile number, with its country code.</summary>
    public string? MobileNumberId { get; init; }

    /// <summary>Consent: <c>TEXT</c>, <c>URL</c>, <c>DATETIMECONSENTED</c>, <c>IPADDRESS</c>, <c>USERAGENT</c>.</summary>
    [JsonConverter(typeof(DataFieldPairsConverter))]
    public DataFieldMap? ConsentFields { get; init; }
}
