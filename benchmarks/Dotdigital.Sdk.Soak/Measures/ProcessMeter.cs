using System.Diagnostics;

namespace Dotdigital.Sdk.Soak.Measures;

/// <summary>What this process holds.</summary>
internal static class ProcessMeter
{
    private const double Megabyte = 1024 * 1024;

    public static void Measure(Sample sample)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        sample.Values[Series.Heap] = GC.GetTotalMemory(forceFullCollection: true) / Megabyte;
        sample.Values[Series.WorkingSet] = process.WorkingSet64 / Megabyte;
        sample.Values[Series.Threads] = process.Threads.Count;
        if (!OperatingSystem.IsLinux())
        {
            sample.Values[Series.Handles] = process.HandleCount;
            return;
        }

        var handles = Directory.GetFileSystemEntries("/proc/self/fd");
        sample.Values[Series.Handles] = handles.Length;
        sample.Values[Series.Sockets] = handles.Count(static handle => IsSocket(handle));
    }

    private static bool IsSocket(string handle)
    {
        try
        {
            return new FileInfo(handle).LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true;
        }
        catch (IOException)
        {
            // Closed since it was listed.
            return false;
        }
    }
}
