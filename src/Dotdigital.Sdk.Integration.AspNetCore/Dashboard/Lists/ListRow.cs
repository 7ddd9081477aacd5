using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Lists;

/// <summary>A declared marketing list, and where it stands.</summary>
internal sealed record ListRow
{
    /// <summary>The list.</summary>
    public required MarketingList List { get; init; }

    /// <summary>The account that it is connected in; null when it is not.</summary>
    public AccountDetails? Account { get; init; }

    /// <summary>Its connection; null when it has none.</summary>
    public Connection? Connection { get; init; }

    /// <summary>Its state; null when it has no connection.</summary>
    public MarketingListStatus? Status { get; init; }

    /// <summary>The same in words.</summary>
    public ListStanding Standing => Connection is null || Status is null || Account is null ? ListStanding.NotConnected : ListStanding.Of(Account.IsEnabled, Connection, Status);

    /// <summary>How many members the engine knows for the list.</summary>
    public long Members => Status is null ? 0 : Status.Clean + Status.Due + Status.InBatch + Status.Held + Status.Faulted;
}
