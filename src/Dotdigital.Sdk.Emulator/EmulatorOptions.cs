using Dotdigital.Sdk.Emulator.Accounts;

namespace Dotdigital.Sdk.Emulator;

/// <summary>What to emulate, where, and on which clock.</summary>
public sealed class EmulatorOptions
{
    /// <summary>Where to listen; port 0 takes a free one. Default: a free port of the loopback address.</summary>
    public string Url { get; set; } = "http://127.0.0.1:0";

    /// <summary>The accounts to serve. Empty: one named <c>main</c>.</summary>
    public IList<EmulatorAccountOptions> Accounts { get; } = [];

    /// <summary>The file in which all state is kept, so that it survives even a kill. Null: in memory only.</summary>
    public string? StateFile { get; set; }

    /// <summary>Whether each record is forced to the disk before the answer is sent (survives a power cut, slower). A kill is survived either way.</summary>
    public bool FlushToDisk { get; set; }

    /// <summary>The state file is rewritten as a snapshot when it has grown by this many bytes. Default 256 MB.</summary>
    public long CompactAbove { get; set; } = 256L * 1024 * 1024;

    /// <summary>Where the clock starts; null is now. A state file's clock goes on where it stood, and wins.</summary>
    public DateTimeOffset? Start { get; set; }

    /// <summary>How fast the clock runs: 1 (default) as real time, 0 stands still until advanced, 60 a minute each second.</summary>
    public double ClockSpeed { get; set; } = 1;

    /// <summary>How many calls a minute each account may make. Default: unlimited.</summary>
    public RateLimitOptions RateLimits { get; set; } = new();

    /// <summary>How the accounts behave where there is a choice. Null: as the state file says, else the defaults.</summary>
    public EmulatorBehaviour? Behaviour { get; set; }

    /// <summary>How to distort the JSON of the answers.</summary>
    public ChaosJson Chaos { get; set; }
}
