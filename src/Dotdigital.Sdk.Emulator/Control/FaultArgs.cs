using Dotdigital.Sdk.Emulator.Faults;

namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>A fault as the HTTP control API takes it.</summary>
internal sealed record FaultArgs(
    FaultKind Kind, string? Operation = null, string? Method = null, string? Account = null, int After = 0, int? Times = 1, TimeSpan Delay = default,
    bool RealTime = true, int Status = 500, IReadOnlyList<string>? Emails = null, string Reason = "Failures")
{
    public Fault ToFault() => new(Kind)
    {
        Operation = Operation,
        Method = Method,
        Account = Account,
        After = After,
        Times = Times,
        Delay = Delay,
        RealTime = RealTime,
        Status = Status,
        Emails = Emails ?? [],
        Reason = Reason,
    };
}
