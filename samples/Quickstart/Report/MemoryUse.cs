using System.Diagnostics;

namespace Quickstart.Report;

/// <summary>
/// What the process used. The emulator lives in the same process, so what it holds is counted in: after a full collection at the end, when the engine
/// has nothing under way, almost all of the managed heap is the emulator's account.
/// </summary>
/// <param name="PeakWorkingSet">The largest resident size of the process, in bytes.</param>
/// <param name="HeapAtEnd">The managed heap after a full collection at the end, the emulator still running, in bytes: its data, and a few MB of everything else.</param>
internal sealed record MemoryUse(long PeakWorkingSet, long HeapAtEnd)
{
    public static MemoryUse Measure()
    {
        var peak = Peak();
        return new MemoryUse(peak, GC.GetTotalMemory(forceFullCollection: true));
    }

    /// <summary>The largest resident size of the process so far, in bytes.</summary>
    public static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
