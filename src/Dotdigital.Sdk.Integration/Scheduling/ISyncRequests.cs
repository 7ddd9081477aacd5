using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Scheduling;

/// <summary>Asks for jobs, as a person does who will not wait for the schedule. Any process may ask; the one that runs the jobs does it within seconds, or as soon as the run under way ends (rule BL-1).</summary>
public interface ISyncRequests
{
    /// <summary>The jobs that can be asked for, names of <see cref="JobNames"/>, in the order in which people look for them.</summary>
    IReadOnlyList<string> Jobs { get; }

    /// <summary>Asks for a job; asking twice is one request.</summary>
    /// <param name="account">An enabled account.</param>
    /// <param name="job">One of <see cref="Jobs"/>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="UnknownAccountException">There is no such account, or it is disabled.</exception>
    /// <exception cref="ArgumentException">No such job can be asked for.</exception>
    Task RequestAsync(AccountId account, string job, CancellationToken cancellationToken = default);
}
