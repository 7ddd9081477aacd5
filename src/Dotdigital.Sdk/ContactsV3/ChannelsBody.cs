namespace Dotdigital.Sdk.ContactsV3;

/// <summary>The channels of a request; the email channel's status is never anything but an opt-out.</summary>
internal sealed record ChannelsBody
{
    public EmailChannelBody? Email { get; init; }

    public ChannelStatusBody? Sms { get; init; }

    public ChannelStatusBody? WhatsApp { get; init; }

    public static ChannelsBody? From(EmailChannelUpdate? email, ChannelStatusUpdate? sms, ChannelStatusUpdate? whatsApp)
    {
        var channel = EmailChannelBody.From(email);
        return channel is null && sms is null && whatsApp is null
            ? null
            : new() { Email = channel, Sms = ChannelStatusBody.From(sms), WhatsApp = ChannelStatusBody.From(whatsApp) };
    }
}
