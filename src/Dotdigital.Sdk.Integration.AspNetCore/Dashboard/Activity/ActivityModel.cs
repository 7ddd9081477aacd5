using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Activity;

/// <summary>What an account's jobs did.</summary>
internal sealed record ActivityModel
{
    /// <summary>The account.</summary>
    public required PickedAccount Account { get; init; }

    /// <summary>How its jobs last went.</summary>
    public IReadOnlyList<JobStateRecord> Jobs { get; init; } = [];

    /// <summary>The last batches, newest first.</summary>
    public IReadOnlyList<BatchRecord> Batches { get; init; } = [];

    /// <summary>How many batches are kept in all.</summary>
    public int BatchCount { get; init; }

    /// <summary>The lists by connection.</summary>
    public IReadOnlyDictionary<int, string> Lists { get; init; } = new Dictionary<int, string>();

    /// <summary>How many events wait, and how many are set aside.</summary>
    public OutboxCounts Outbox { get; init; } = new(0, 0);

    /// <summary>The oldest events that are set aside.</summary>
    public IReadOnlyList<SetAsideEvent> Events { get; init; } = [];
}
