using Dotdigital.Sdk.Emulator.Clock;
using Dotdigital.Sdk.Emulator.Faults;

namespace Dotdigital.Sdk.Emulator.Persistence;

/// <summary>
/// One thing that happened, with its instant: a request, a control command, a move of the clock, or an account's whole
/// state. Replaying them in order, at their instants, comes to the same state.
/// </summary>
internal sealed record JournalRecord
{
    public required JournalKind Kind { get; init; }

    public string Account { get; init; } = "";

    public long Instant { get; init; }

    /// <summary>The operation's id, or the control command's name.</summary>
    public string Name { get; init; } = "";

    public string PathAndQuery { get; init; } = "";

    public string ContentType { get; init; } = "";

    public ImportDirective? Directive { get; init; }

    public ClockAnchor Anchor { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }
}
