using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>A connection, live unless said otherwise, with its list and book.</summary>
internal sealed record ConnectedList(ConnectionRecord Connection, MarketingList List, AddressBookRecord Book);
