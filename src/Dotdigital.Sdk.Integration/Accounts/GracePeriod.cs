namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>
/// Lets a request that changes something in Dotdigital, and the storing of its answer, end although the run is cancelled, for as long as a host's stop
/// can wait: a request cut off would have to be taken for lost and be sent again (rule EX-6).
/// </summary>
internal sealed class GracePeriod : IDisposable
{
    /// <summary>Shorter than a host's usual shutdown timeout of 30 seconds, and than what a renewed lease has left.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _over;
    private readonly CancellationTokenRegistration _begin;

    /// <summary>Begins to count when <paramref name="cancelled"/> is.</summary>
    public GracePeriod(TimeProvider time, CancellationToken cancelled)
    {
        _over = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _begin = cancelled.UnsafeRegister(static state => ((CancellationTokenSource)state!).CancelAfter(Length), _over);
    }

    /// <summary>Cancelled a while after the run was.</summary>
    public CancellationToken Token => _over.Token;

    public void Dispose()
    {
        _begin.Dispose();
        _over.Dispose();
    }
}
