namespace Dotdigital.Sdk.Emulator;

/// <summary>
/// How the account behaves where the documentation leaves it open or a test wants it otherwise. What is said here is part
/// of the journal: what was accepted under one behaviour is replayed under it.
/// </summary>
public sealed record EmulatorBehaviour
{
    /// <summary>How long, on the emulator's clock, the watchdog looks at an import before its rows are there.</summary>
    public TimeSpan ImportDelay { get; init; } = TimeSpan.Zero;

    /// <summary>How long a bulk deletion takes.</summary>
    public TimeSpan DeletionDelay { get; init; } = TimeSpan.Zero;

    /// <summary>What a blank CSV cell does under <c>Overwrite</c>: clears the value (default) or keeps it.</summary>
    public bool BlankClears { get; init; } = true;

    /// <summary>
    /// What a value that does not fit its data field does to a v2 row: the row is a fault <c>Invalid Entries</c> (default), or only the
    /// value is ignored. The documentation does not say, so both are played.
    /// </summary>
    public bool MisfitIsFault { get; init; } = true;

    /// <summary>Whether <c>~modified</c> and modified-since move when only a list membership changes.</summary>
    public bool MembershipMovesModified { get; init; } = true;

    /// <summary>Whether v3 updates the data fields of suppressed people (their status is left alone either way).</summary>
    public bool V3UpdatesSuppressed { get; init; } = true;

    /// <summary>Whether <c>lists</c> in v3 puts a person back who is suppressed on that list; recorded as a violation if it does.</summary>
    public bool V3ListsReadd { get; init; }

    /// <summary>Whether the faults file starts with a byte order mark.</summary>
    public bool FaultsFileBom { get; init; } = true;

    /// <summary>How many contacts the account may hold; an import beyond it ends as <c>ExceedsAllowedContactLimit</c>.</summary>
    public int ContactLimit { get; init; } = int.MaxValue;

    /// <summary>How many imports may run at once.</summary>
    public int MaxActiveImports { get; init; } = 25;

    /// <summary>The largest v2 import file, in bytes.</summary>
    public int MaxImportBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>The largest body of a v3 import, in bytes.</summary>
    public int MaxV3ImportBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>How long a v3 marker lives; null is for ever.</summary>
    public TimeSpan? MarkerLifetime { get; init; }

    /// <summary>Whether people say no on the consent page of single sign-on; by default they say yes, at once.</summary>
    public bool SignInDenied { get; init; }

    /// <summary>How long a code of the consent page can be exchanged, once.</summary>
    public TimeSpan SignInCodeLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long an access token signs in.</summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a refresh token lives; null is for ever.</summary>
    public TimeSpan? RefreshTokenLifetime { get; init; }

    /// <summary>Whether each use of a refresh token ends it and gives another one.</summary>
    public bool RefreshTokensRotate { get; init; }
}
