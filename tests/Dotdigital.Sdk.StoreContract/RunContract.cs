using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

public abstract class RunContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    [Fact]
    public async Task Save_AllFields_ReadsBackAndReplaces()
    {
        var begun = Run(3, "cycle") with { State = SyncRunState.Running, EndedAt = null, Error = null };
        var ended = begun with { State = SyncRunState.Failed, SeenAt = Noon.AddMinutes(2), EndedAt = Noon.AddMinutes(2), Error = "No.", Details = """{"steps":[1]}""" };

        await WriteAsync(unit => unit.Runs.SaveAsync(begun, Cancellation));
        Assert.Equal(begun, await ReadAsync(unit => unit.Runs.FindAsync(3, Cancellation)));
        await WriteAsync(unit => unit.Runs.SaveAsync(ended, Cancellation));

        Assert.Equal(ended, await ReadAsync(unit => unit.Runs.FindAsync(3, Cancellation)));
        Assert.Null(await ReadAsync(unit => unit.Runs.FindAsync(4, Cancellation)));
        Assert.Null(await ReadAsync(unit => unit.Runs.FindAsync(3, Cancellation), OtherAccount));
    }

    [Fact]
    public async Task GetLast_OfOneJobOrOfAll_IsNewestFirst_AndKeepLastDeletesOnlyOlderOnesOfTheJob()
    {
        await WriteAsync(async unit =>
        {
            foreach (var id in (long[])[4, 10, 9, 1, 2, 3])
            {
                await unit.Runs.SaveAsync(Run(id, id % 2 == 0 ? "cycle" : "export-status"), Cancellation);
            }
        });
        await WriteAsync(unit => unit.Runs.SaveAsync(Run(1, "cycle"), Cancellation), OtherAccount);
        Assert.Equal([10, 9, 4, 3], (await ReadAsync(unit => unit.Runs.GetLastAsync(null, 4, Cancellation))).Select(static run => run.Id));
        Assert.Equal([10, 4, 2], (await ReadAsync(unit => unit.Runs.GetLastAsync("cycle", 4, Cancellation))).Select(static run => run.Id));

        await WriteAsync(unit => unit.Runs.KeepLastAsync("cycle", 2, Cancellation));
        await WriteAsync(unit => unit.Runs.KeepLastAsync("cycle", 2, Cancellation));

        Assert.Equal([10, 9, 4, 3, 1], (await ReadAsync(unit => unit.Runs.GetLastAsync(null, 9, Cancellation))).Select(static run => run.Id));
        Assert.Single(await ReadAsync(unit => unit.Runs.GetLastAsync(null, 9, Cancellation), OtherAccount));
    }

    private static RunRecord Run(long id, string job) => new()
    {
        Id = id, Job = job, State = SyncRunState.Succeeded, Process = "node:1", StartedAt = Noon, SeenAt = Noon.AddMinutes(1), EndedAt = Noon.AddMinutes(1), Details = "{}",
    };
}
