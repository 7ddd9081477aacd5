using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Soak.Measures;

/// <summary>How often an event was logged.</summary>
internal sealed class LogTally(LogLevel level, string category, int id, string example)
{
    public LogLevel Level { get; } = level;

    public string Category { get; } = category;

    public int Id { get; } = id;

    public string Example { get; } = example;

    public long Count { get; set; }
}
