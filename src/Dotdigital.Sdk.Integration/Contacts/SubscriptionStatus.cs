using System.Collections.Frozen;

namespace Dotdigital.Sdk.Integration.Contacts;

/// <summary>
/// A subscription status as Dotdigital reported it, of a contact or of a membership. Open: a spelling unheard of is kept and is
/// <see cref="Reachability.Withheld"/> (rules S-1, S-2). Compared ignoring case.
/// </summary>
public readonly record struct SubscriptionStatus
{
    private static readonly FrozenDictionary<string, Reachability> Classes = new Dictionary<string, Reachability>(StringComparer.OrdinalIgnoreCase)
    {
        ["Subscribed"] = Reachability.Reachable,
        ["SoftBounced"] = Reachability.Reachable,
        ["Unsubscribed"] = Reachability.OptedOut,
        ["HardBounced"] = Reachability.OptedOut,
        ["IspComplained"] = Reachability.OptedOut,
        ["DirectComplaint"] = Reachability.OptedOut,
        ["MailBlocked"] = Reachability.OptedOut,
        ["Suppressed"] = Reachability.OptedOut,
        ["SharedSuppression"] = Reachability.OptedOut,
        ["DomainSuppression"] = Reachability.OptedOut,
        ["NotAllowed"] = Reachability.OptedOut,
        ["GlobalSuppression"] = Reachability.OptedOut,
        ["GloballySuppressed"] = Reachability.OptedOut,
        ["NoMxRecord"] = Reachability.OptedOut,
        ["SpamTrap"] = Reachability.OptedOut,
        ["BlockedLocalPart"] = Reachability.OptedOut,
        ["SharedDomainSuppression"] = Reachability.OptedOut,
        ["DomainSuppressed"] = Reachability.OptedOut,
        ["Purchased"] = Reachability.OptedOut,
        ["KnownComplainer"] = Reachability.OptedOut,
        ["KnownLitigator"] = Reachability.OptedOut,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Wraps a status as Dotdigital spelled it; null and blank mean unknown.</summary>
    public SubscriptionStatus(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Nothing is known.</summary>
    public static SubscriptionStatus Unknown { get; }

    /// <summary>Subscribed.</summary>
    public static SubscriptionStatus Subscribed { get; } = new("Subscribed");

    /// <summary>Unsubscribed, from a book or from the account.</summary>
    public static SubscriptionStatus Unsubscribed { get; } = new("Unsubscribed");

    /// <summary>Suppressed in the account.</summary>
    public static SubscriptionStatus Suppressed { get; } = new("Suppressed");

    /// <summary>Soft bounced: still reachable.</summary>
    public static SubscriptionStatus SoftBounced { get; } = new("SoftBounced");

    /// <summary>Hard bounced: undeliverable.</summary>
    public static SubscriptionStatus HardBounced { get; } = new("HardBounced");

    /// <summary>Waiting for the person's confirmation.</summary>
    public static SubscriptionStatus PendingOptIn { get; } = new("PendingOptIn");

    /// <summary>Found missing from a book by a reconcile read (rule IM-12): withheld.</summary>
    public static SubscriptionStatus RemovedRemotely { get; } = new("RemovedRemotely");

    /// <summary>The raw spelling, or null when unknown.</summary>
    public string? Value { get; }

    /// <summary>The class of this status.</summary>
    public Reachability Reachability => Value is null
        ? Reachability.Unknown
        : Classes.GetValueOrDefault(Value, Reachability.Withheld);

    /// <summary>Whether the status tells of an address that cannot be delivered to, rather than of a person's no (rule S-2).</summary>
    public bool IsUndeliverable =>
        string.Equals(Value, "HardBounced", StringComparison.OrdinalIgnoreCase) || string.Equals(Value, "NoMxRecord", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public bool Equals(SubscriptionStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => Value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "Unknown";
}
