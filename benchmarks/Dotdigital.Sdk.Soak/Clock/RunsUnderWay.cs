using System.Diagnostics;

namespace Dotdigital.Sdk.Soak.Clock;

/// <summary>How many runs the engine has under way, by its own traces: each run is the root of one.</summary>
internal sealed class RunsUnderWay : IDisposable
{
    private readonly ActivityListener _listener;
    private int _count;
    private long _cycles;

    public RunsUnderWay()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Dotdigital.Sdk.Integration",
            Sample = static (ref ActivityCreationOptions<ActivityContext> options) => options.Parent == default ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStarted = activity => Interlocked.Increment(ref _count),
            ActivityStopped = activity =>
            {
                Interlocked.Decrement(ref _count);
                if (activity.OperationName == "Dotdigital cycle")
                {
                    Interlocked.Increment(ref _cycles);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public int Count => Volatile.Read(ref _count);

    /// <summary>Cycles that ended, well or not.</summary>
    public long Cycles => Interlocked.Read(ref _cycles);

    public void Dispose() => _listener.Dispose();
}
