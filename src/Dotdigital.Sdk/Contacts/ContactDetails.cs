using System.Text.Json.Serialization;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Contacts;

/// <summary>A contact to create or replace. It has no status on purpose: opting out and coming back have methods of their own (<c>ApiContact</c>).</summary>
public sealed record ContactDetails
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
}
