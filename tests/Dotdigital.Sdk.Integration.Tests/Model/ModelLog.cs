using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>Reads every log line, and keeps those that hold what they must not.</summary>
internal sealed class ModelLog(params IReadOnlyList<string> secrets) : ILoggerProvider
{
    private const int Most = 5;

    /// <summary>Lines with a secret, or at Information or above with an address.</summary>
    public ConcurrentQueue<string> Leaks { get; } = [];

    /// <summary>Notes a text that somebody may see.</summary>
    public void Read(string where, string text)
    {
        if (Leaks.Count < Most && secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal)))
        {
            Leaks.Enqueue($"{where}: {text}");
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(ModelLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var text = formatter(state, exception);
            log.Read($"log {eventId.Id} of {category}", exception is null ? text : $"{text} {exception}");
            if (logLevel >= LogLevel.Information && category.StartsWith("Dotdigital.", StringComparison.Ordinal) && text.Contains("@example.com", StringComparison.OrdinalIgnoreCase) && log.Leaks.Count < Most)
            {
                log.Leaks.Enqueue($"log {eventId.Id} of {category} at {logLevel} holds an address: {text}");
            }
        }
    }
}
