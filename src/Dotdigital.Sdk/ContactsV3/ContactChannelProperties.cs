using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A contact's channels (<c>channelProperties</c>).</summary>
[JsonConverter(typeof(ContactChannelPropertiesConverter))]
public sealed record ContactChannelProperties
{
    /// <summary>The email channel.</summary>
    public EmailChannelProperties? Email { get; init; }

    /// <summary>The SMS channel.</summary>
    public SmsChannelProperties? Sms { get; init; }

    /// <summary>The WhatsApp channel.</summary>
    public WhatsAppChannelProperties? WhatsApp { get; init; }
}
