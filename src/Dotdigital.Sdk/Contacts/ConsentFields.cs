using System.Text.Json.Serialization;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Contacts;

/// <summary>A record of consent as v2 keeps it (<c>ApiConsent</c>).</summary>
public sealed record ConsentFields
{
    /// <summary>Its id; leave it out when recording a new one.</summary>
    public string? Id { get; init; }

    /// <summary><c>TEXT</c>, <c>DATETIMECONSENTED</c>, <c>URL</c>, <c>IPADDRESS</c>, <c>USERAGENT</c>.</summary>
    [JsonConverter(typeof(DataFieldPairsConverter))]
    public DataFieldMap Fields { get; init => field = value ?? DataFieldMap.Empty; } = DataFieldMap.Empty;
}
