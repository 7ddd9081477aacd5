using System.Text.Json.Serialization;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Contacts;

/// <summary>A contact as v2 tells of it (<c>ApiContact</c>).</summary>
[JsonConverter(typeof(ContactConverter))]
public sealed record Contact
{
    /// <summary>Its id.</summary>
    public long Id { get; init; }

    /// <summary>Its email address as stored; an SMS-only contact has none.</summary>
    public string? Email { get; init; }

    /// <summary>How it opted in.</summary>
    public ContactOptInType OptInType { get; init; }

    /// <summary>The kind of mail it gets.</summary>
    public ContactEmailType EmailType { get; init; }

    /// <summary>Its data fields; empty unless full data was asked for.</summary>
    public DataFieldMap DataFields { get; init => field = value ?? DataFieldMap.Empty; } = DataFieldMap.Empty;

    /// <summary>Its subscription status.</summary>
    public ContactStatus Status { get; init; }

    /// <summary>When it was created, UTC; only <see cref="IContactsApi.GetManyAsync"/> gives it.</summary>
    public DateTimeOffset? Created { get; init; }
}
