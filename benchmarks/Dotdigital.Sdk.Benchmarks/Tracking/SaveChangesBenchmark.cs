using BenchmarkDotNet.Attributes;

namespace Dotdigital.Sdk.Benchmarks.Tracking;

/// <summary>
/// SaveChanges of 1,000 tracked entities on SQLite in a file, with the interceptor that records changes of mapped properties in the host's own table, and
/// without. The goals: at most 3 % slower where each has a change but none of a mapped property, at most 25 % where each has one of a mapped property.
/// </summary>
[MemoryDiagnoser]
[InvocationCount(16, 1)]
public class SaveChangesBenchmark
{
    private Shop plain = null!;
    private Shop tracked = null!;

    [ParamsAllValues]
    public HostChange Change { get; set; }

    [GlobalSetup]
    public void Setup() => (plain, tracked) = (new(isTracked: false), new(isTracked: true));

    [GlobalCleanup]
    public void Cleanup()
    {
        plain.Dispose();
        tracked.Dispose();
    }

    /// <summary>As the engine does once it has handled the changes.</summary>
    [IterationCleanup]
    public void EmptyLog() => tracked.EmptyLog();

    [Benchmark(Baseline = true)]
    public int Plain() => plain.Save(Change);

    [Benchmark]
    public int Tracked() => tracked.Save(Change);
}
