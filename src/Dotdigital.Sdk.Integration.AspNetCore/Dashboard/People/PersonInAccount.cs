using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.People;

/// <summary>What an account knows of a person.</summary>
/// <param name="Account">The account.</param>
/// <param name="Explanation">Why the person is, or is not, exported.</param>
/// <param name="History">What happened to the person.</param>
/// <param name="Skip">How many newer events come before those of <paramref name="History"/>.</param>
internal sealed record PersonInAccount(AccountDetails Account, ContactExplanation Explanation, PersonHistory History, int Skip);
