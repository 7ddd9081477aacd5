namespace Dotdigital.Sdk.RateLimits;

/// <summary>The calls left in the running window of one tier.</summary>
internal sealed class TierWindow
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private long epoch;
    private int? limit;
    private int? remaining;
    private DateTimeOffset resetAt;

    /// <summary>Takes one call of the window.</summary>
    /// <returns><see langword="null"/> when it may go, else when to ask again.</returns>
    public DateTimeOffset? Take(DateTimeOffset now)
    {
        lock (gate)
        {
            if (resetAt <= now)
            {
                OpenNext(now);
            }

            if (remaining <= 0)
            {
                return resetAt;
            }

            remaining--;
            return null;
        }
    }

    /// <summary>Learns from an answer. Answers overtake each other: an older window is ignored, and within one the smaller count holds.</summary>
    public void Observe(RateLimitHeaders headers)
    {
        if (headers is not { Remaining: { } left, ResetEpoch: { } answered, ResetAt: { } at })
        {
            return;
        }

        lock (gate)
        {
            if (answered < epoch)
            {
                return;
            }

            limit = headers.Limit ?? limit;
            remaining = answered == epoch && remaining is { } known ? Math.Min(known, left) : left;
            epoch = answered;
            resetAt = at;
        }
    }

    /// <summary>Closes the tier: it answered 429.</summary>
    public void Close(RateLimitHeaders headers, DateTimeOffset until)
    {
        lock (gate)
        {
            epoch = Math.Max(epoch, headers.ResetEpoch ?? epoch);
            remaining = 0;
            resetAt = until > resetAt ? until : resetAt;
        }
    }

    /// <summary>The window as it is now; one that is over counts as full.</summary>
    public RateLimitTier Read(string tier, DateTimeOffset now)
    {
        lock (gate)
        {
            return resetAt <= now ? new(tier, limit, limit, null) : new(tier, limit, remaining, resetAt);
        }
    }

    // Until the first answer of the next window tells more, no more calls are let go than a window has: those that waited would all go at once.
    private void OpenNext(DateTimeOffset now)
    {
        remaining = limit > 0 ? limit : null;
        resetAt = remaining is null ? resetAt : now + Length;
    }
}
