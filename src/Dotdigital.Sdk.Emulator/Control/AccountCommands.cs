using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Imports;

namespace Dotdigital.Sdk.Emulator.Control;

internal static class AccountCommands
{
    public static bool SetBehaviour(ControlContext context, EmulatorBehaviour behaviour)
    {
        context.Account.Behaviour = behaviour;
        return true;
    }

    public static IReadOnlyList<Violation> Violations(ControlContext context, NoArgs args) => [.. context.Account.Violations];

    public static bool ClearViolations(ControlContext context, NoArgs args)
    {
        context.Account.Violations.Clear();
        return true;
    }

    public static IReadOnlyList<RequestEntry> Requests(ControlContext context, NoArgs args) => [.. context.Account.Requests.Entries];

    public static IReadOnlyList<RequestCount> RequestCounts(ControlContext context, NoArgs args)
        => [.. context.Account.Requests.Entries.GroupBy(e => (e.Operation, e.Tier)).Select(g => new RequestCount(g.Key.Operation, g.Key.Tier, g.Count()))];

    public static bool ClearRequests(ControlContext context, NoArgs args)
    {
        context.Account.Requests.Clear();
        return true;
    }

    public static IReadOnlyList<EmulatedImport> Imports(ControlContext context, NoArgs args)
        => [.. context.Account.Jobs.Imports.OrderBy(j => j.Sequence).Select(j => new EmulatedImport(
            j.Id, j.Operation, j.Status.ToString(), new DateTimeOffset(j.Accepted, TimeSpan.Zero), j.BookIds,
            ImportReport.Names.Select((name, i) => (name, j.Report.Counts[i])).ToDictionary(p => p.name, p => p.Item2, StringComparer.Ordinal)))];
}
