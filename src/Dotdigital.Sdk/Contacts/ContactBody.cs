using System.Text.Json.Serialization;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Contacts;

/// <summary>The contact of a request: only what identifies it, and what is to be set. Never a status.</summary>
internal sealed record ContactBody
{
    public required string Email { get; init; }

    [JsonConverter(typeof(DataFieldPairsConverter))]
    public DataFieldMap? DataFields { get; init; }
}
