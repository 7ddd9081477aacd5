using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Connections;

namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>A declared marketing list, with the account and address book that it goes to.</summary>
public sealed record MarketingListOverview
{
    /// <summary>The marketing list.</summary>
    public required string ListName { get; init; }

    /// <summary>The entity of its items.</summary>
    public required string Entity { get; init; }

    /// <summary>The account that the code declares it for; null when it declares none.</summary>
    public AccountId? DeclaredAccount { get; init; }

    /// <summary>The account that it is connected in; null when it is not connected.</summary>
    public AccountDetails? Account { get; init; }

    /// <summary>Its connection, live or disabled; null when it has none.</summary>
    public Connection? Connection { get; init; }

    /// <summary>The counts and dates of both sides; null when it is not connected.</summary>
    public MarketingListStatus? Status { get; init; }

    /// <summary>How many members the engine knows for the list.</summary>
    public long Members => Status is null ? 0 : Status.Clean + Status.Due + Status.InBatch + Status.Held + Status.Faulted;

    /// <summary>Where it stands.</summary>
    public MarketingListStanding Standing => (Account, Connection, Status) switch
    {
        (null, _, _) or (_, null, _) or (_, _, null) => MarketingListStanding.NotConnected,
        ({ IsEnabled: false }, _, _) => MarketingListStanding.AccountDisabled,
        (_, { IsAddressBookGone: true }, _) => MarketingListStanding.AddressBookGone,
        (_, { State: ConnectionState.Disabled }, _) => MarketingListStanding.Paused,
        (_, { PendingRemoval: not null }, _) => MarketingListStanding.RemovalWaits,
        (_, _, { ExportStatus: not (null or "Finished" or "NotFinished") }) => MarketingListStanding.ExportFailed,
        (_, _, { Held: > 0 }) => MarketingListStanding.HeldBack,
        (_, _, { InBatch: > 0 }) => MarketingListStanding.Exporting,
        (_, _, { LastImportedAt: null }) => MarketingListStanding.FirstSync,
        (_, _, { Due: > 0 }) => MarketingListStanding.ChangesWaiting,
        (_, _, { HostWritesRefused: > 0 }) => MarketingListStanding.HostWritesRefused,
        (_, _, { Faulted: > 0 }) => MarketingListStanding.InStepSomeAside,
        _ => MarketingListStanding.InStep,
    };
}
