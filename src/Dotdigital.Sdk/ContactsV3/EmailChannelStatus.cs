using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A contact's status on the email channel (v3 <c>emailChannelStatus</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<EmailChannelStatus>))]
public readonly record struct EmailChannelStatus : IOpenEnum<EmailChannelStatus>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public EmailChannelStatus(string? value) => this.value = value;

    /// <summary>The API's <c>noSubscription</c>.</summary>
    public static EmailChannelStatus NoSubscription { get; } = new("noSubscription");

    /// <summary>The API's <c>subscribed</c>.</summary>
    public static EmailChannelStatus Subscribed { get; } = new("subscribed");

    /// <summary>The API's <c>unsubscribed</c>.</summary>
    public static EmailChannelStatus Unsubscribed { get; } = new("unsubscribed");

    /// <summary>The API's <c>softBounced</c>.</summary>
    public static EmailChannelStatus SoftBounced { get; } = new("softBounced");

    /// <summary>The API's <c>hardBounced</c>.</summary>
    public static EmailChannelStatus HardBounced { get; } = new("hardBounced");

    /// <summary>The API's <c>ispComplained</c>.</summary>
    public static EmailChannelStatus IspComplained { get; } = new("ispComplained");

    /// <summary>The API's <c>pendingOptIn</c>.</summary>
    public static EmailChannelStatus PendingOptIn { get; } = new("pendingOptIn");

    /// <summary>The API's <c>directComplaint</c>.</summary>
    public static EmailChannelStatus DirectComplaint { get; } = new("directComplaint");

    /// <summary>The API's <c>spamTrap</c>.</summary>
    public static EmailChannelStatus SpamTrap { get; } = new("spamTrap");

    /// <summary>The API's <c>deleted</c>.</summary>
    public static EmailChannelStatus Deleted { get; } = new("deleted");

    /// <summary>The API's <c>blockedLocalPart</c>.</summary>
    public static EmailChannelStatus BlockedLocalPart { get; } = new("blockedLocalPart");

    /// <summary>The API's <c>sharedSuppression</c>.</summary>
    public static EmailChannelStatus SharedSuppression { get; } = new("sharedSuppression");

    /// <summary>The API's <c>sharedDomainSuppression</c>.</summary>
    public static EmailChannelStatus SharedDomainSuppression { get; } = new("sharedDomainSuppression");

    /// <summary>The API's <c>suppressed</c>.</summary>
    public static EmailChannelStatus Suppressed { get; } = new("suppressed");

    /// <summary>The API's <c>purchased</c>.</summary>
    public static EmailChannelStatus Purchased { get; } = new("purchased");

    /// <summary>The API's <c>knownComplainer</c>.</summary>
    public static EmailChannelStatus KnownComplainer { get; } = new("knownComplainer");

    /// <summary>The API's <c>knownLitigator</c>.</summary>
    public static EmailChannelStatus KnownLitigator { get; } = new("knownLitigator");

    /// <summary>The API's <c>binned</c>.</summary>
    public static EmailChannelStatus Binned { get; } = new("binned");

    /// <summary>The API's <c>domainSuppressed</c>.</summary>
    public static EmailChannelStatus DomainSuppressed { get; } = new("domainSuppressed");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static EmailChannelStatus FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(EmailChannelStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
