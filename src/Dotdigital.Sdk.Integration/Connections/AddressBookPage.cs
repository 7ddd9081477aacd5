using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Connections;

/// <summary>Some of the free address books.</summary>
/// <param name="Books">Those of the page, by name.</param>
/// <param name="Matching">How many match the query in all.</param>
/// <param name="Total">How many free ones the account has.</param>
public sealed record AddressBookPage(IReadOnlyList<AddressBookRecord> Books, int Matching, int Total);
