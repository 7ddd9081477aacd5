using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>A connection, live unless said otherwise, with its list and book. The list's mapping is the effective one: what is stored for the account, else what is declared.</summary>
internal sealed record ConnectedList(ConnectionRecord Connection, MarketingList List, AddressBookRecord Book)
{
    /// <summary>The stored mapping that the list's rows came from; null when they are those of the code.</summary>
    public MappingRecord? StoredMapping { get; init; }
}
