namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>Many new contacts; <c>{0}</c> in the pattern and the values stands for the number.</summary>
internal sealed record AddContactsArgs(string Pattern, int First, int Count, IReadOnlyList<int>? AddressBookIds, IReadOnlyDictionary<string, string?>? DataFields);
