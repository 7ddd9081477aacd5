using System.Collections.Concurrent;
using Dotdigital.Sdk.Diagnostics;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>Counts the API calls of the step that makes them: the cost of a cycle is its number of calls.</summary>
internal sealed class StepCalls : IDotdigitalCallObserver
{
    private static readonly AsyncLocal<ConcurrentDictionary<string, int>?> Current = new();

    /// <summary>Begins to count for one step; what runs below in the same flow counts for it.</summary>
    public static ConcurrentDictionary<string, int> Begin()
    {
        var counts = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        Current.Value = counts;
        return counts;
    }

    public void OnCall(DotdigitalCall call) => Current.Value?.AddOrUpdate(call.Tier ?? "unknown", 1, static (_, count) => count + 1);
}
