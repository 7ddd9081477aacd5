namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>A campaign of an account with its summary (BEHAVIOUR section 1). Key: account + <see cref="Id"/>.</summary>
public sealed record CampaignRecord
{
    /// <summary>Dotdigital's id.</summary>
    public required int Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The subject line.</summary>
    public string? Subject { get; init; }

    /// <summary>The friendly from name.</summary>
    public string? FromName { get; init; }

    /// <summary>The from address.</summary>
    public string? FromAddress { get; init; }

    /// <summary>Where replies go, in Dotdigital's spelling.</summary>
    public string? ReplyAction { get; init; }

    /// <summary>The reply address.</summary>
    public string? ReplyToAddress { get; init; }

    /// <summary>Whether it is a split test.</summary>
    public bool IsSplitTest { get; init; }

    /// <summary>Unsent, Sending, Sent, ... in Dotdigital's spelling.</summary>
    public string? Status { get; init; }

    /// <summary>When it was sent, as the summary tells; null when not known.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The connected address books that it goes to, by id.</summary>
    public IReadOnlyList<int> AddressBookIds { get; init; } = [];

    /// <summary>When every connected book's read first lacked it; null while it is there (rule IM-2).</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Whether the host has been asked to create its own campaigns (rule IM-2); its answer is a <see cref="CampaignLinkRecord"/>.</summary>
    public bool IsAnnounced { get; init; }

    /// <summary>The summary's counters by Dotdigital's names, as a JSON object of numbers; null before the first read (rule IM-10).</summary>
    public string? Summary { get; init; }
}
