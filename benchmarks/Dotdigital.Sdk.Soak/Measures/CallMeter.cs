using System.Diagnostics.Metrics;

namespace Dotdigital.Sdk.Soak.Measures;

/// <summary>Calls by tier, by the client's own metrics.</summary>
internal sealed class CallMeter : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, long> _calls = new(StringComparer.Ordinal);

    public CallMeter()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument is { Name: "dotdigital.client.calls", Meter.Name: "Dotdigital.Sdk" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, calls, tags, _) => Add(calls, tags));
        _listener.SetMeasurementEventCallback<int>((_, calls, tags, _) => Add(calls, tags));
        _listener.Start();
    }

    /// <summary>All calls so far, by tier.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(long calls, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var tier = "none";
        foreach (var (name, value) in tags)
        {
            tier = name == "dotdigital.tier" ? value?.ToString() ?? tier : tier;
        }

        lock (_gate)
        {
            _calls[tier] = _calls.GetValueOrDefault(tier) + calls;
        }
    }
}
