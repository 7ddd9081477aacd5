using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Soak.Measures;

/// <summary>Reads every log line that an operator would: counts them by day, event and text, and keeps those that need a cause.</summary>
internal sealed class SoakLog(TimeProvider clock, StreamWriter? file) : ILoggerProvider
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(LogLevel Level, string Category, int Id), LogTally> _events = [];
    private readonly Dictionary<string, int> _today = new(StringComparer.Ordinal);
    private long _lines;
    private long _warnings;

    /// <summary>All events, with an example and how often they were logged.</summary>
    public IReadOnlyList<LogTally> Events
    {
        get
        {
            lock (_gate)
            {
                return [.. _events.Values.OrderByDescending(static tally => tally.Count)];
            }
        }
    }

    /// <summary>Whether what is logged above Information now has no cause but the engine itself.</summary>
    public bool IsCalm { get; set; }

    /// <summary>Lines above Information that were logged while it was calm; the first of them.</summary>
    public ConcurrentQueue<string> Uncalled { get; } = [];

    /// <summary>Errors that no fault explains; the first of them.</summary>
    public ConcurrentQueue<string> Unexplained { get; } = [];

    /// <summary>Ends a day.</summary>
    /// <returns>Its lines, those above Information, and the text that came most often.</returns>
    public LogDay EndDay()
    {
        lock (_gate)
        {
            var most = _today.Count == 0 ? default : _today.MaxBy(static line => line.Value);
            var day = new LogDay(_lines, _warnings, most.Value, most.Key ?? string.Empty);
            (_lines, _warnings) = (0, 0);
            _today.Clear();
            return day;
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
        // It outlives the hosts that log to it.
    }

    private void Add(LogLevel level, string category, int id, string text, Exception? exception)
    {
        const int most = 20;
        lock (_gate)
        {
            _lines++;
            _today[text] = _today.GetValueOrDefault(text) + 1;
            if (!_events.TryGetValue((level, category, id), out var tally))
            {
                _events.Add((level, category, id), tally = new LogTally(level, category, id, text));
            }

            tally.Count++;
            file?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():yyyy-MM-dd HH:mm:ss} {level} {category}[{id}] {text}{(exception is null ? "" : $" ({exception.GetType().Name}: {exception.Message})")}"));
            if (level <= LogLevel.Information)
            {
                return;
            }

            _warnings++;
            var line = $"{clock.GetUtcNow():u} {level} {id} {text} {exception}";
            if (IsCalm && Uncalled.Count < most)
            {
                Uncalled.Enqueue(line);
            }

            if (level >= LogLevel.Error && !IsExplained(exception) && Unexplained.Count < most)
            {
                Unexplained.Enqueue(line);
            }
        }
    }

    /// <summary>What Dotdigital or the network did wrong is typed, and named as such.</summary>
    private static bool IsExplained(Exception? exception) => exception is Dotdigital.Sdk.Errors.DotdigitalApiException or Dotdigital.Sdk.Errors.DotdigitalTransportException;

    private sealed class Logger(SoakLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Add(logLevel, category, eventId.Id, formatter(state, exception), exception);
    }
}
