using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>What failed for one book, campaign or list of a step while the rest of it went on (BEHAVIOUR section 4).</summary>
internal sealed class StepFailures
{
    private const int MaxDescribed = 5;
    private readonly List<Exception> _failures = [];

    public bool Any => _failures.Count > 0;

    /// <summary>The failures in words; null when there were none.</summary>
    public string? Error => _failures.Count switch
    {
        0 => null,
        <= MaxDescribed => string.Join(' ', _failures.Select(static failure => failure.Message)),
        _ => $"{string.Join(' ', _failures.Take(MaxDescribed).Select(static failure => failure.Message))} And {_failures.Count - MaxDescribed} more.",
    };

    /// <summary>The failure, or all of them together; null when there were none.</summary>
    public Exception? Exception => _failures.Count switch
    {
        0 => null,
        1 => _failures[0],
        _ => new AggregateException(_failures),
    };

    /// <summary>Whether a failure concerns only what was being done, so that the rest of the step may go on: not a cancellation, a lost lease, a store out of reach, or a whole account refused or out of calls.</summary>
    public static bool IsContained(Exception failure) =>
        failure is not (OperationCanceledException or AccountLeaseLostException or StoreUnavailableException or DotdigitalAuthenticationException
            or DotdigitalEndpointNotAllowedException or DotdigitalRateLimitedException);

    public void Add(Exception failure) => _failures.Add(failure);
}
