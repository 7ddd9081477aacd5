namespace Dotdigital.Sdk.Emulator.Accounts;

/// <summary>A request that endangered somebody's opt-out.</summary>
/// <param name="At">When, on the emulator's clock.</param>
/// <param name="Operation">The id of the operation that did it.</param>
/// <param name="Kind">What was wrong.</param>
/// <param name="Email">The person concerned, if one is.</param>
/// <param name="AddressBookId">The address book concerned; null for the account.</param>
/// <param name="Detail">A sentence for the test's output.</param>
public sealed record Violation(DateTimeOffset At, string Operation, ViolationKind Kind, string? Email, int? AddressBookId, string Detail);
