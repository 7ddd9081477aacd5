using System.Diagnostics;
using System.Globalization;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>How far a long run has come. Told once a minute, and at every failure, in a file where one is named: a run of hours that is cut short has not been for nothing.</summary>
internal sealed class HistoryProgress(string name, int first, string? file)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly SortedDictionary<int, string> _failed = [];
    private int _played;
    private TimeSpan _told;

    /// <summary>A history was played.</summary>
    public void Played(int seed, IReadOnlyList<string> wrongs)
    {
        lock (_gate)
        {
            _played++;
            if (wrongs.Count > 0)
            {
                _failed.Add(seed, wrongs[0].ReplaceLineEndings(" "));
                Write($"{seed} ({name}): {_failed[seed]}");
            }

            if (_watch.Elapsed - _told > Interval)
            {
                _told = _watch.Elapsed;
                Write(Line());
            }
        }
    }

    /// <summary>What is to be said at the end: the count, and each seed that failed with its first sentence.</summary>
    public string End()
    {
        lock (_gate)
        {
            Write(Line());
            return string.Join(Environment.NewLine, _failed.Select(static failure => string.Create(CultureInfo.InvariantCulture, $"  {failure.Key}: {failure.Value}")).Prepend(Line()));
        }
    }

    private string Line() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_played} histories {name} from seed {first} in {_watch.Elapsed.TotalSeconds:0} s, {_played / _watch.Elapsed.TotalSeconds:0.0} a second; {_failed.Count} failed{(_failed.Count == 0 ? "" : $": {string.Join(", ", _failed.Keys)}")}");

    private void Write(string line)
    {
        if (file is not null)
        {
            File.AppendAllText(file, line + Environment.NewLine);
        }
    }
}
