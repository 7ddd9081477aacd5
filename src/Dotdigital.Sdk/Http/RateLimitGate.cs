using System.Net;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.RateLimits;

namespace Dotdigital.Sdk.Http;

/// <summary>Holds a call until its tier lets it go, within the time a call may wait.</summary>
internal sealed class RateLimitGate(AccountSession session, PipelineServices services)
{
    private static readonly TimeSpan BusyDelay = TimeSpan.FromSeconds(15);
    private static readonly IReadOnlyList<DotdigitalErrorDetail> NoDetails = [];

    /// <summary>Waits for leave to send.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="throttled">What the last attempt was answered, when it was throttled.</param>
    /// <param name="budget">What the call may still wait.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>How long it waited.</returns>
    /// <exception cref="DotdigitalRateLimitedException">The wait does not fit.</exception>
    public async ValueTask<TimeSpan> EnterAsync(ApiOperation operation, DotdigitalApiFailure? throttled, WaitBudget budget, CancellationToken cancellationToken)
    {
        var waited = TimeSpan.Zero;
        while (session.State.Limiter.Take(operation.Name, services.Time.GetUtcNow()) is { } until)
        {
            waited += await WaitAsync(operation, throttled, until, budget, cancellationToken).ConfigureAwait(false);
        }

        return waited;
    }

    /// <summary>Waits for a job to end, which nothing announces; only this call holds.</summary>
    public ValueTask<TimeSpan> WaitWhileBusyAsync(ApiOperation operation, DotdigitalApiFailure busy, WaitBudget budget, CancellationToken cancellationToken) =>
        WaitAsync(operation, busy, services.Time.GetUtcNow() + BusyDelay, budget, cancellationToken);

    private async ValueTask<TimeSpan> WaitAsync(
        ApiOperation operation, DotdigitalApiFailure? throttled, DateTimeOffset until, WaitBudget budget, CancellationToken cancellationToken)
    {
        // Rounded up: timers cut to whole milliseconds, and waking early would only spin.
        var wait = TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling((until - services.Time.GetUtcNow()).TotalMilliseconds)));
        var tier = session.State.Limiter.TierOf(operation.Name);
        if (!budget.Allows(wait))
        {
            throw new DotdigitalRateLimitedException(throttled ?? Held(operation), until, tier);
        }

        budget.Spend(wait);
        services.Telemetry.Holding(session.Name, operation, tier, wait);
        using var note = session.State.Waits.Add(new(session.Name, operation.Name, tier, services.Time.GetUtcNow(), until));
        await Task.Delay(wait, services.Time, cancellationToken).ConfigureAwait(false);
        return wait;
    }

    private DotdigitalApiFailure Held(ApiOperation operation) =>
        new(session.Name, operation.Name, HttpStatusCode.TooManyRequests, null, "the calls of this tier are used up; it was not sent", operation.Template, NoDetails);
}
