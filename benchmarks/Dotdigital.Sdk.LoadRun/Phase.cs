using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace Dotdigital.Sdk.LoadRun;

/// <summary>What a part of the run cost this process.</summary>
internal sealed record Phase(string Name, TimeSpan Wall, TimeSpan Cpu, TimeSpan Jit, long AllocatedMegabytes, long PeakMegabytes)
{
    /// <summary>Runs a part and measures it. The peak is of this part alone where the platform can tell.</summary>
    public static async Task<Phase> MeasureAsync(string name, Func<Task> work)
    {
        GC.Collect();
        await ResetPeakAsync();
        using var process = Process.GetCurrentProcess();
        var (cpu, jit, allocated, started) = (process.TotalProcessorTime, JitInfo.GetCompilationTime(), GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
        await work();
        process.Refresh();
        var phase = new Phase(
            name, Stopwatch.GetElapsedTime(started), process.TotalProcessorTime - cpu, JitInfo.GetCompilationTime() - jit, (GC.GetTotalAllocatedBytes() - allocated) / (1024 * 1024), Peak());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {phase.Name} | {phase.Wall.TotalSeconds:0.0} | {phase.Cpu.TotalSeconds:0.0} | {phase.Jit.TotalSeconds:0.0} | {phase.AllocatedMegabytes} | {phase.PeakMegabytes} |"));
        return phase;
    }

    private static async Task ResetPeakAsync()
    {
        if (OperatingSystem.IsLinux())
        {
            await File.WriteAllTextAsync("/proc/self/clear_refs", "5");
        }
    }

    private static long Peak()
    {
        if (!OperatingSystem.IsLinux())
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 / (1024 * 1024);
        }

        var line = File.ReadLines("/proc/self/status").Single(static l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
