namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>One import or removal handed to Dotdigital (BEHAVIOUR section 1). Key: account + <see cref="Id"/>.</summary>
public sealed record BatchRecord
{
    /// <summary>The store's own id, rising within the account; from <see cref="IBatchRepository.AllocateIdAsync"/>.</summary>
    public required long Id { get; init; }

    /// <summary>What it does.</summary>
    public required BatchKind Kind { get; init; }

    /// <summary>The connection that it serves.</summary>
    public required int ConnectionId { get; init; }

    /// <summary>The book that it is for.</summary>
    public required int AddressBookId { get; init; }

    /// <summary>Where it stands.</summary>
    public required BatchState State { get; init; }

    /// <summary>Dotdigital's id of the import or removal job, once known.</summary>
    public string? ImportId { get; init; }

    /// <summary>How many members it has.</summary>
    public required int MemberCount { get; init; }

    /// <summary>When it was stored, by our clock.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its answer came, or was given up.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When its last member was settled.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Not before this instant is its status asked for again.</summary>
    public DateTimeOffset? NextPollAt { get; init; }

    /// <summary>Answers of not finished so far.</summary>
    public int Polls { get; init; }

    /// <summary>Failed attempts to ask so far; its own counter (rule ST-4).</summary>
    public int PollErrors { get; init; }

    /// <summary>Failed attempts to read the faults so far (rule ST-6).</summary>
    public int FaultsErrors { get; init; }

    /// <summary>The end as Dotdigital spelled it (<c>Finished</c>, <c>RejectedByWatchdog</c>, ...).</summary>
    public string? Outcome { get; init; }

    /// <summary>What went wrong, for the person who must act; never a secret or an email.</summary>
    public string? Error { get; init; }

    /// <summary>The report's counters as a JSON object, once read.</summary>
    public string? Report { get; init; }
}
