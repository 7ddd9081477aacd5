namespace Dotdigital.Sdk.Emulator.Accounts;

/// <summary>An opt-out that the client knows of.</summary>
/// <param name="Email">The person, in lower case.</param>
/// <param name="BookId">The address book; 0 is the account.</param>
internal sealed record KnownOptOut(string Email, int BookId);
