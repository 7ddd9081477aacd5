namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>An import as it was when asked for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Operation">The id of the operation that started it.</param>
/// <param name="Status">Its status, as the API spells it.</param>
/// <param name="Accepted">When it was accepted.</param>
/// <param name="AddressBookIds">The address books it is for.</param>
/// <param name="Report">The counters of its report.</param>
public sealed record EmulatedImport(
    Guid Id, string Operation, string Status, DateTimeOffset Accepted, IReadOnlyList<int> AddressBookIds, IReadOnlyDictionary<string, int> Report);
