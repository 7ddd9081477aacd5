namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>Makes a history of a seed.</summary>
internal static class HistoryGenerator
{
    private static readonly (ActKind Kind, int Weight)[] Weights =
    [
        (ActKind.HostInsert, 6), (ActKind.HostEdit, 10), (ActKind.HostClear, 3), (ActKind.HostDelete, 4), (ActKind.HostMove, 5), (ActKind.HostEmail, 7), (ActKind.HostSwap, 3),
        (ActKind.HostBulk, 1), (ActKind.HostNo, 4), (ActKind.HostYes, 2), (ActKind.ServiceNo, 2), (ActKind.Door, 3), (ActKind.HostRefuses, 2), (ActKind.HostBreaks, 2),
        (ActKind.RemoteAdd, 4), (ActKind.RemoteEdit, 6), (ActKind.RemoteLeave, 5), (ActKind.RemoteNo, 5), (ActKind.RemoteReturn, 4), (ActKind.RemoteRemove, 3), (ActKind.RemoteEmail, 4), (ActKind.RemoteDelete, 2),
        (ActKind.RemoteCampaign, 3), (ActKind.RemoteActivity, 6),
        (ActKind.Disconnect, 2), (ActKind.Connect, 3), (ActKind.Switch, 2), (ActKind.Disable, 1), (ActKind.Enable, 2), (ActKind.Map, 3), (ActKind.Creates, 1), (ActKind.Refresh, 1), (ActKind.Release, 1),
        (ActKind.Cycle, 30), (ActKind.ForcedCycle, 3), (ActKind.Import, 4), (ActKind.Export, 5), (ActKind.Status, 14), (ActKind.Changes, 8), (ActKind.Wait, 14), (ActKind.Restart, 1),
        (ActKind.Fault, 9), (ActKind.Network, 6), (ActKind.KillAtCommit, 6), (ActKind.KillAtRequest, 5), (ActKind.Cancel, 2),
    ];

    private static readonly ActKind[] Inner = [.. Weights.Select(static entry => entry.Kind).Where(static kind => kind <= ActKind.Refresh)];

    private static readonly int Total = Weights.Sum(static entry => entry.Weight);

    /// <param name="seed">The same seed makes the same history.</param>
    /// <param name="inMemory">Whether the state is kept in memory.</param>
    public static History Make(int seed, bool inMemory)
    {
        var random = new Random(seed);
        var setup = new HistorySetup
        {
            People = random.Next(2, 7),
            Lists = random.Next(1, 4),
            InMemory = inMemory,
            Json = random.Next(4) == 0,
            ReadsByBook = random.Next(8) == 0,
            Retries = random.Next(3) == 0 ? 2 : 0,
            ImportDelay = random.Next(3) switch { 0 => 0, 1 => 5, _ => 30 },
            BatchRows = random.Next(3) == 0 ? 2 : 10,
            Guards = random.Next(5) == 0,
            RefusesSuppressed = random.Next(3) == 0,
            BeginsSettled = random.Next(4) != 0,
        };
        return new History(setup, [.. Enumerable.Range(0, random.Next(5, 41)).Select(_ => One(random))]);
    }

    private static Act One(Random random)
    {
        var at = random.Next(Total);
        var kind = Weights.First(entry => (at -= entry.Weight) < 0).Kind;
        var act = Of(random, kind);
        return act.IsRun && random.Next(3) == 0
            ? act with { At = random.Next(25), During = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Of(random, Inner[random.Next(Inner.Length)]))] }
            : act;
    }

    private static Act Of(Random random, ActKind kind) => new(kind, random.Next(60), random.Next(30), random.Next(30));
}
