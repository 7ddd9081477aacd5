namespace Dotdigital.Sdk.ContactsV3;

/// <summary>The SMS or WhatsApp channel of a request.</summary>
internal sealed record ChannelStatusBody
{
    public ChannelStatusUpdate Status { get; init; }

    public static ChannelStatusBody? From(ChannelStatusUpdate? status) => status is { } value ? new() { Status = value } : null;
}
