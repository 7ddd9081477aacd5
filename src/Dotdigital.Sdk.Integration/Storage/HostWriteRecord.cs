using Dotdigital.Sdk.Integration.Contacts;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>
/// What one item of the host is still to be told of its contact (rules IM-4, IM-5). Dotdigital's values are not kept here but in
/// <see cref="ContactRecord.Snapshot"/>, so that the newest counts when it is delivered. Key: account + <see cref="ConnectionId"/> + <see cref="ContactId"/>.
/// </summary>
public sealed record HostWriteRecord
{
    /// <summary>The connection whose list the item is in, or is to be created for.</summary>
    public required int ConnectionId { get; init; }

    /// <summary><see cref="ContactRecord.Id"/>.</summary>
    public required long ContactId { get; init; }

    /// <summary>The contact may have no item, and is to become one (rule IM-5); false: fields of its item are to be written.</summary>
    public bool IsCreation { get; init; }

    /// <summary>The data fields changed in Dotdigital, with the value that the host is known to have had: the base of the three-way decision. An empty text is no value.</summary>
    public FieldValues Base { get; init; } = FieldValues.Empty;

    /// <summary>The data fields that were never compared with this item: Dotdigital's value is taken where the host has none, else the host's is sent.</summary>
    public FieldValues Offered { get; init; } = FieldValues.Empty;

    /// <summary>
    /// The host's values right before a delivery whose outcome is not known; null when there was none. A value that is another by the next one is newer than
    /// Dotdigital's, and stays.
    /// </summary>
    public FieldValues? Seen { get; init; }

    /// <summary>When it was stored first, by our clock.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Times that the host refused it.</summary>
    public int Attempts { get; init; }

    /// <summary>Not before this instant is it delivered again.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>What the host said when it refused; never a value or an email.</summary>
    public string? Error { get; init; }
}
