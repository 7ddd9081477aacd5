namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>The requests of an account since the start, the last 100,000 of them one by one. Not kept in the state file.</summary>
internal sealed class RequestLog
{
    private const int Kept = 100_000;
    private readonly List<RequestEntry> _entries = [];

    public IReadOnlyList<RequestEntry> Entries => _entries;

    public void Add(RequestEntry entry)
    {
        if (_entries.Count >= Kept)
        {
            _entries.RemoveRange(0, Kept / 2);
        }

        _entries.Add(entry);
    }

    public void Clear() => _entries.Clear();

    public int InLastHour(long now)
    {
        var count = 0;
        for (var i = _entries.Count - 1; i >= 0 && now - _entries[i].At.UtcTicks < TimeSpan.TicksPerHour; i--)
        {
            count++;
        }

        return count;
    }
}
