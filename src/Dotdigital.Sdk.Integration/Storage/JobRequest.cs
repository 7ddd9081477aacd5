using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>A job that was asked for while its account was busy (rule BL-1).</summary>
/// <param name="Account">The account.</param>
/// <param name="Job">The job, one of <see cref="JobNames"/>.</param>
public sealed record JobRequest(AccountId Account, string Job);
