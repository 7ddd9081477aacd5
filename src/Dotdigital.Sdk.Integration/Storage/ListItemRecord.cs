using Dotdigital.Sdk.Integration.Contacts;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>The opt-out state of one item of a marketing list in an account (BEHAVIOUR section 1). Key: account + <see cref="ListName"/> + <see cref="ItemId"/>. It exists only for items that opted out, and clings to the item whatever its address becomes (rule EX-3b).</summary>
public sealed record ListItemRecord
{
    /// <summary>The marketing list.</summary>
    public required string ListName { get; init; }

    /// <summary>The item.</summary>
    public required string ItemId { get; init; }

    /// <summary>The address that opted out; null when its person was forgotten (rule PR-1): the no stays with the item.</summary>
    public required EmailAddress? Email { get; init; }

    /// <summary>The keyed hash of the forgotten address (<see cref="ForgottenRecord.Hash"/>), by which its owner's return is known; null while <see cref="Email"/> is kept.</summary>
    public string? ForgottenAs { get; init; }

    /// <summary>Who said so first.</summary>
    public required OptOutOrigin Origin { get; init; }

    /// <summary>The status or the host's reason.</summary>
    public required string Reason { get; init; }

    /// <summary>When, by Dotdigital's clock for its own, by ours for the host's.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>True when the address cannot be delivered to, rather than the person having said no (rule S-2).</summary>
    public bool IsUndeliverable { get; init; }

    /// <summary>For a host's opt-out: whether Dotdigital has been told, or there was nothing to tell (rule OP-3). False for one of Dotdigital's: the person has said no to the host too.</summary>
    public bool IsTold { get; init; }
}
