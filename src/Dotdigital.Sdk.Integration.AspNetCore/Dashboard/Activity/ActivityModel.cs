using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Activity;

/// <summary>What an account's jobs do and did.</summary>
internal sealed record ActivityModel
{
    /// <summary>The account.</summary>
    public required PickedAccount Account { get; init; }

    /// <summary>The jobs that can be asked for.</summary>
    public IReadOnlyList<string> Jobs { get; init; } = [];

    /// <summary>What changes while one looks; null when there is no account.</summary>
    public LiveModel? Live { get; init; }

    /// <summary>How its jobs last went.</summary>
    public IReadOnlyList<JobStateRecord> States { get; init; } = [];

    /// <summary>A page of batches, newest first.</summary>
    public IReadOnlyList<BatchRecord> Batches { get; init; } = [];

    /// <summary>Whether it is the first page.</summary>
    public bool IsFirstPage { get; init; } = true;

    /// <summary>How many batches are kept, by state.</summary>
    public IReadOnlyDictionary<BatchState, long> BatchCounts { get; init; } = new Dictionary<BatchState, long>();

    /// <summary>The lists by connection.</summary>
    public IReadOnlyDictionary<int, string> Lists { get; init; } = new Dictionary<int, string>();

    /// <summary>A page of what is set aside, by list and reason.</summary>
    public IReadOnlyList<SetAsideCount> SetAside { get; init; } = [];

    /// <summary>How many counts come before it.</summary>
    public int SetAsideFrom { get; init; }

    /// <summary>Where the next page begins; null on the last.</summary>
    public int? SetAsideNext { get; init; }

    /// <summary>How many rows are set aside in all.</summary>
    public long SetAsideRows { get; init; }

    /// <summary>How many events wait, and how many are set aside.</summary>
    public OutboxCounts Outbox { get; init; } = new(0, 0);

    /// <summary>The oldest events that are set aside.</summary>
    public IReadOnlyList<SetAsideEvent> Events { get; init; } = [];
}
