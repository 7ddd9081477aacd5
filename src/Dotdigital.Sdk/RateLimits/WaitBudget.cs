namespace Dotdigital.Sdk.RateLimits;

/// <summary>How much longer one call may wait for rate limits.</summary>
internal sealed class WaitBudget(TimeSpan limit)
{
    private TimeSpan spent;

    /// <summary>Whether another wait still fits.</summary>
    public bool Allows(TimeSpan wait) => spent + wait <= limit;

    public void Spend(TimeSpan wait) => spent += wait;
}
