namespace Dotdigital.Sdk.ContactsV3;

/// <summary>The channels of a request; only the email channel, and never its status.</summary>
internal sealed record ChannelsBody
{
    public required EmailChannelUpdate Email { get; init; }

    public static ChannelsBody? From(EmailChannelUpdate? email) => email is { EmailType: null, OptInType: null } or null ? null : new() { Email = email };
}
