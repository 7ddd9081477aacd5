using Dotdigital.Sdk.Integration.Contacts;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>A contact of an account (BEHAVIOUR section 1). Key: account + <see cref="Id"/>; also unique by account + <see cref="Email"/> and by account + <see cref="RemoteId"/>.</summary>
public sealed record ContactRecord
{
    /// <summary>The store's own id, unique within the account; from <see cref="IContactRepository.AllocateIdsAsync"/>.</summary>
    public required long Id { get; init; }

    /// <summary>The normalised address.</summary>
    public required EmailAddress Email { get; init; }

    /// <summary>Dotdigital's contact id; null until told.</summary>
    public long? RemoteId { get; init; }

    /// <summary>The contact's own (account-wide) status (rule S-1).</summary>
    public SubscriptionStatus Status { get; init; }

    /// <summary>When the contact opted out of the account, by Dotdigital's clock.</summary>
    public DateTimeOffset? UnsubscribedAt { get; init; }

    /// <summary>The data field LASTSUBSCRIBED as last read.</summary>
    public DateTimeOffset? LastSubscribedAt { get; init; }

    /// <summary>Opt-in type as last read, in Dotdigital's spelling.</summary>
    public string? OptInType { get; init; }

    /// <summary>Email type as last read, in Dotdigital's spelling.</summary>
    public string? EmailType { get; init; }

    /// <summary>Data field values as last read from, or settled in, Dotdigital.</summary>
    public FieldValues Snapshot { get; init; } = FieldValues.Empty;

    /// <summary>Raised by one whenever a read from Dotdigital changed <see cref="Snapshot"/>; a batch remembers the version that it was compared with.</summary>
    public int SnapshotVersion { get; init; }

    /// <summary>Whether a batch delivered values since the contact was last read: only then can a read tell that Dotdigital did not keep one (rule W-3).</summary>
    public bool IsUnread { get; init; }

    /// <summary>The delivered values that were read back different, by data field: how many times, a bar, and the value as sent (rule W-3). At most one a field.</summary>
    public FieldValues NotKept { get; init; } = FieldValues.Empty;
}
