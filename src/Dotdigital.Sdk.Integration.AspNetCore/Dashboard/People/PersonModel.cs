namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.People;

/// <summary>A person, as far as was asked.</summary>
/// <param name="Email">The address that was typed; empty before.</param>
/// <param name="Accounts">What each account knows of the person.</param>
internal sealed record PersonModel(string Email, IReadOnlyList<PersonInAccount> Accounts);
