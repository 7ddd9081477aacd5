namespace Dotdigital.Sdk.Emulator.Faults;

/// <summary>
/// Something that goes wrong for the requests it matches. What is not set matches everything; import faults match the
/// request that starts the import and decide its outcome then.
/// </summary>
/// <param name="kind">What goes wrong.</param>
public sealed class Fault(FaultKind kind)
{
    /// <summary>What goes wrong.</summary>
    public FaultKind Kind { get; } = kind;

    /// <summary>
    /// The operation: its id in the OpenAPI file (<c>ApiContactImport_ImportContactsToAddressBook</c>), or a path in which
    /// <c>*</c> stands for any text (<c>/v2/address-books/*/contacts/import</c>). Ignores case. Null: every operation.
    /// </summary>
    public string? Operation { get; init; }

    /// <summary>The HTTP method. Null: every one.</summary>
    public string? Method { get; init; }

    /// <summary>The account's name. Null: every account.</summary>
    public string? Account { get; init; }

    /// <summary>How many matching requests pass unharmed first.</summary>
    public int After { get; init; }

    /// <summary>How many requests it hits; null is all.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>How long <see cref="FaultKind.Delay"/> delays.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether the delay is real time; otherwise it is the emulator's.</summary>
    public bool RealTime { get; init; } = true;

    /// <summary>The status of <see cref="FaultKind.ServerError"/>.</summary>
    public int Status { get; init; } = 500;

    /// <summary>The people <see cref="FaultKind.RowRefused"/> refuses.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>The reason <see cref="FaultKind.RowRefused"/> gives: the text in v2's faults file, the failure code in v3.</summary>
    public string Reason { get; init; } = "Failures";

    /// <summary>How many requests it has hit.</summary>
    public int Hits { get; internal set; }

    internal int Passed { get; set; }

    internal bool DecidesImport => Kind >= FaultKind.RejectedByWatchdog;
}
