namespace Dotdigital.Sdk.Emulator.Faults;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>The connection is closed; the request is not handled.</summary>
    Refuse,

    /// <summary>The request is handled after <see cref="Fault.Delay"/>.</summary>
    Delay,

    /// <summary>The request is handled, then the connection is closed: the caller cannot know.</summary>
    DropAfterAccept,

    /// <summary>The request is handled twice, as when a proxy repeats it; the second answer is sent.</summary>
    Duplicate,

    /// <summary>429 with the tier's headers; not handled.</summary>
    TooManyRequests,

    /// <summary><see cref="Fault.Status"/> (500 unless set); not handled.</summary>
    ServerError,

    /// <summary>Handled, but half of the answer's body is sent before the connection is closed.</summary>
    TruncatedBody,

    /// <summary>Handled, but the answer's body is not what its content type says.</summary>
    GarbledBody,

    /// <summary>An import ends as RejectedByWatchdog.</summary>
    RejectedByWatchdog,

    /// <summary>An import ends as Failed.</summary>
    ImportFailed,

    /// <summary>An import ends as InvalidFileFormat (v3: Failed, it has no such status).</summary>
    InvalidFileFormat,

    /// <summary>An import ends as ExceedsAllowedContactLimit.</summary>
    ExceedsAllowedContactLimit,

    /// <summary>An import stays NotFinished for ever.</summary>
    NeverFinishes,

    /// <summary>An import's faults file cannot be had (404).</summary>
    FaultsFileMissing,

    /// <summary>An import's faults file is not a CSV file.</summary>
    FaultsFileMalformed,

    /// <summary>The rows of <see cref="Fault.Emails"/> of an import are refused with <see cref="Fault.Reason"/>.</summary>
    RowRefused,
}
