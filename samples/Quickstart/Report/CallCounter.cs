using Dotdigital.Sdk.Diagnostics;

namespace Quickstart.Report;

/// <summary>Counts the API calls by act, tier and operation.</summary>
internal sealed class CallCounter : IDotdigitalCallObserver
{
    private readonly Lock _gate = new();
    private readonly List<(string Act, string Tier, string Operation)> _calls = [];

    /// <summary>The act that calls count for.</summary>
    public string Act { get; set; } = "";

    public void OnCall(DotdigitalCall call)
    {
        lock (_gate)
        {
            _calls.Add((Act, call.Tier ?? "unknown", call.Operation));
        }
    }

    /// <summary>The calls of an act by tier.</summary>
    public IReadOnlyDictionary<string, int> ByTier(string act) => Count(act, call => call.Tier);

    /// <summary>The calls of an act by operation.</summary>
    public IReadOnlyDictionary<string, int> ByOperation(string act) => Count(act, call => call.Operation);

    private SortedDictionary<string, int> Count(string act, Func<(string Act, string Tier, string Operation), string> key)
    {
        lock (_gate)
        {
            var counts = _calls.Where(call => call.Act == act).GroupBy(key).ToDictionary(group => group.Key, group => group.Count());
            return new SortedDictionary<string, int>(counts, StringComparer.Ordinal);
        }
    }
}
