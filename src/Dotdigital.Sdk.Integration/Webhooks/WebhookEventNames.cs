namespace Dotdigital.Sdk.Integration.Webhooks;

/// <summary>
/// Names of events that Dotdigital documents. Others exist and come to be: a handler may be added for any name, and the full list for an account is what
/// Dotdigital's <c>GET /cpaas/webhooks/availableevents</c> gives.
/// </summary>
public static class WebhookEventNames
{
    /// <summary>A message was sent on its channel.</summary>
    public const string MessageSent = "message.sent";

    /// <summary>The channel accepted the request to send a message.</summary>
    public const string MessageSentRequest = "message.sentRequest";

    /// <summary>A message was delivered.</summary>
    public const string MessageDelivered = "message.delivered";

    /// <summary>A message was read, on channels that tell.</summary>
    public const string MessageRead = "message.read";

    /// <summary>A message was not delivered in its time.</summary>
    public const string MessageExpired = "message.expired";

    /// <summary>A message could not be delivered.</summary>
    public const string MessageFailed = "message.failed";

    /// <summary>A tracked link was clicked.</summary>
    public const string InteractionClick = "interaction.click";

    /// <summary>A profile was created.</summary>
    public const string ProfileCreate = "profile.create";

    /// <summary>A profile was changed.</summary>
    public const string ProfileUpdate = "profile.update";

    /// <summary>A profile was deleted.</summary>
    public const string ProfileDelete = "profile.delete";

    /// <summary>A deleted profile is back.</summary>
    public const string ProfileUndelete = "profile.undelete";

    /// <summary>The devices of a profile changed.</summary>
    public const string ProfileDevicesUpdated = "profile.devicesUpdated";

    /// <summary>A chat began.</summary>
    public const string ChatCreate = "chat.create";

    /// <summary>A chat goes on over another channel.</summary>
    public const string ChatChannelUpdated = "chat.channelUpdated";

    /// <summary>A chat was closed.</summary>
    public const string ChatClosed = "chat.closed";

    /// <summary>A chat was deleted.</summary>
    public const string ChatDelete = "chat.delete";
}
