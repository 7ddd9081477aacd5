namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A contact's WhatsApp channel.</summary>
public sealed record WhatsAppChannelProperties
{
    /// <summary>Its status on the channel.</summary>
    public WhatsAppChannelStatus Status { get; init; }
}
