using System.Text.Json.Serialization;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A contact's email channel.</summary>
[JsonConverter(typeof(EmailChannelPropertiesConverter))]
public sealed record EmailChannelProperties
{
    /// <summary>The kind of mail it gets.</summary>
    public ContactEmailType EmailType { get; init; }

    /// <summary>How it opted in.</summary>
    public ContactOptInType OptInType { get; init; }

    /// <summary>Its status on the channel.</summary>
    public EmailChannelStatus Status { get; init; }
}
