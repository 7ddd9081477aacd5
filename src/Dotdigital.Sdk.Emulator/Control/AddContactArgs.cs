using Dotdigital.Sdk.Emulator.Accounts;

namespace Dotdigital.Sdk.Emulator.Control;

internal sealed record AddContactArgs(
    string? Email, IReadOnlyList<int>? AddressBookIds, IReadOnlyDictionary<string, string?>? DataFields, EmulatedStatus Status = EmulatedStatus.Subscribed, string? MobileNumber = null);
