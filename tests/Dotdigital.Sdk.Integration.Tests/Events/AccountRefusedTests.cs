using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Events;

/// <summary>Rule AC-1: the host is told of a refused account, and how jobs went is stored.</summary>
public sealed class AccountRefusedTests
{
    [Fact]
    public async Task AC1_ARefusedAccount_IsToldOnce_ByTheVeryRun_AndAgainOnlyAfterItWorked()
    {
        var (bench, handler) = await StartAsync();
        await using var _ = bench;

        await RefusedAsync(bench, 3);
        Assert.Equal(401, Assert.Single(handler.Accepted.OfType<AccountRefused>()).StatusCode);
        Assert.Empty(handler.Accepted.OfType<AccountWorksAgain>());
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await SyncBench.SucceedAsync(bench.CycleAsync());
        var back = Assert.Single(handler.Accepted.OfType<AccountWorksAgain>());
        Assert.Equal(handler.Accepted.OfType<AccountRefused>().Single().RecordedAt, back.RefusedSince);
        await RefusedAsync(bench, 1);

        Assert.Equal(2, handler.Accepted.OfType<AccountRefused>().Select(static told => told.EventId).Distinct().Count());
    }

    [Fact]
    public async Task AC1_HowTheJobWent_IsStored_WithTheErrorAndWithoutSecrets()
    {
        var (bench, _) = await StartAsync();
        await using var __ = bench;
        var worked = await StateAsync(bench, JobNames.Cycle);
        Assert.NotNull(worked!.LastSuccessAt);
        Assert.Null(worked.FailingSince);

        bench.Wait(4);
        await RefusedAsync(bench, 2);
        var refused = await StateAsync(bench, JobNames.Cycle);
        Assert.Equal((2, worked.LastSuccessAt), (refused!.Failures, refused.LastSuccessAt));
        Assert.True(refused.NextTryAt > refused.LastFailureAt && refused.FailingSince > worked.LastSuccessAt);
        Assert.Contains("401", refused.LastError, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Remote.Password, refused.LastError, StringComparison.Ordinal);
        Assert.NotNull((await StateAsync(bench, JobNames.Account))!.FailingSince);

        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Equal((0, null, null), ((await StateAsync(bench, JobNames.Cycle)) is { } state ? (state.Failures, state.FailingSince, state.NextTryAt) : default));
    }

    [Fact]
    public async Task OP4_WhatWaitsToBeTold_IsDelivered_AlsoWhenDotdigitalCannotBeReached()
    {
        var (bench, handler) = await StartAsync();
        await using var _ = bench;
        handler.Refuses = static happened => happened is ContactOptedOut;
        bench.Remote.Suppress("c1@example.com");
        bench.Wait(5);
        await bench.CycleAsync();
        handler.Refuses = static _ => false;
        bench.Wait(5);
        bench.Emulator.Faults.Add(new Fault(FaultKind.Refuse) { Times = null });

        await Assert.ThrowsAsync<DotdigitalTransportException>(() => bench.CycleAsync());

        Assert.Single(handler.OptOuts);
        Assert.Empty(handler.Accepted.OfType<AccountRefused>());
    }

    [Fact]
    public async Task OP4_AHandlerThatHangs_IsLeftBehind_AndAskedAgain_WhileTheRestGoesOn()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        var hanging = new HangingHandler();
        await using var bench = await SyncBench.StartAsync(
            shop, options => options.HandlerTimeout = TimeSpan.FromSeconds(1), builder => builder.Services.AddSingleton<IDotdigitalEventHandler<ContactOptedOut>>(hanging));
        await bench.SettleAsync();
        bench.Remote.Suppress("c1@example.com");
        bench.Wait(5);

        var report = await bench.CycleAsync();

        Assert.Equal(StepNames.DeliverEvents, Assert.Single(report.Failures).Step);
        hanging.Free.SetResult();
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Equal(2, hanging.Asked);
    }

    [Fact]
    public async Task OP4_WhatWasSetAside_IsListed_RetriedOrDismissed_AndAnOldYesNeverUndoesANewerNo()
    {
        var (bench, handler) = await StartAsync();
        await using var _ = bench;
        handler.Refuses = static happened => happened is ContactOptedOut;
        bench.Remote.Suppress("c1@example.com");
        bench.Remote.Suppress("c2@example.com");
        bench.Wait(5);
        await bench.CycleAsync();
        var waiting = await bench.ReadAsync(unit => unit.Outbox.GetDueAsync(DateTimeOffset.MaxValue, 0, 10, SyncBench.Cancel));
        await WriteAsync(bench, unit => unit.Outbox.SaveAsync([.. waiting.Select(static row => row with { SetAsideAt = row.CreatedAt, Attempts = 20 })], SyncBench.Cancel));
        var yes = new ContactReachableAgain { EventId = Guid.NewGuid(), Account = "main", RecordedAt = default, ListName = "customers", ItemId = "000001", Email = "c1@example.com" };
        await WriteAsync(bench, async unit =>
        {
            await unit.Outbox.AddAsync([OutboxEvents.ToOutbox(yes, "c1@example.com")], SyncBench.Cancel);
            await unit.Outbox.SaveAsync([(await unit.Outbox.FindAsync(yes.EventId, SyncBench.Cancel))! with { SetAsideAt = default(DateTimeOffset) }], SyncBench.Cancel);
        });
        handler.Refuses = static _ => false;
        var inspector = bench.Services.GetRequiredService<IOutboxInspector>();
        Assert.Equal(3, (await inspector.CountAsync(SyncBench.Id, SyncBench.Cancel)).SetAside);
        var listed = await inspector.ReadSetAsideAsync(SyncBench.Id, SyncBench.Cancel).ToListAsync(SyncBench.Cancel);

        Assert.Equal(OutboxRetry.Obsolete, await inspector.RetryAsync(SyncBench.Id, yes.EventId, SyncBench.Cancel));
        Assert.Equal(OutboxRetry.Retried, await inspector.RetryAsync(SyncBench.Id, listed[0].EventId, SyncBench.Cancel));
        Assert.True(await inspector.DismissAsync(SyncBench.Id, listed[1].EventId, SyncBench.Cancel));
        Assert.False(await inspector.DismissAsync(SyncBench.Id, listed[1].EventId, SyncBench.Cancel));
        Assert.Equal(OutboxRetry.NotFound, await inspector.RetryAsync(SyncBench.Id, listed[1].EventId, SyncBench.Cancel));
        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Equal(((ContactOptedOut)listed[0].Event!).ItemId, Assert.Single(handler.OptOuts).ItemId);
        Assert.Empty(handler.Accepted.OfType<ContactReachableAgain>());
        Assert.Equal(new OutboxCounts(0, 0), await inspector.CountAsync(SyncBench.Id, SyncBench.Cancel));
    }

    [Fact]
    public async Task EX3c_RowsSetAside_AreToldWhenTheyChange_AndCanBeRead()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        shop.Add(new ShopRow("x", "not an address"), new ShopRow("y", null), new ShopRow("twin", "c1@example.com"));
        var handler = new RecordingHandler();
        await using var bench = await SyncBench.StartAsync(shop, extend: handler.AddTo);
        await bench.SettleAsync();
        var told = Assert.Single(handler.Accepted.OfType<RowsSetAside>());
        Assert.Equal(("customers", 3), (told.ListName, told.Total));
        Assert.Equal(["DuplicateEmail=1", "InvalidEmail=1", "NoEmail=1"], told.Counts.Select(static pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal));
        var reader = bench.Services.GetRequiredService<Integration.Export.ISetAsideReader>();
        Assert.Equal(["twin", "x", "y"], await reader.ReadAsync(SyncBench.Id, "customers", SyncBench.Cancel).Select(static item => item.ItemId!).ToListAsync(SyncBench.Cancel));

        shop.Remove("x");
        shop.Remove("y");
        shop.Remove("twin");
        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Equal(0, handler.Accepted.OfType<RowsSetAside>().Last().Total);
        Assert.Equal(2, handler.Accepted.OfType<RowsSetAside>().Count());
        Assert.Empty(await reader.CountAsync(SyncBench.Id, "customers", SyncBench.Cancel));
    }

    private static async Task RefusedAsync(SyncBench bench, int times)
    {
        var fault = new Fault(FaultKind.ServerError) { Status = 401, Times = times };
        bench.Emulator.Faults.Add(fault);
        for (var i = 0; i < times; i++)
        {
            await Assert.ThrowsAsync<DotdigitalAuthenticationException>(() => bench.CycleAsync());
        }
    }

    private static Task<JobStateRecord?> StateAsync(SyncBench bench, string job) => bench.ReadAsync(unit => unit.JobStates.FindAsync(job, SyncBench.Cancel));

    private static async Task WriteAsync(SyncBench bench, Func<IUnitOfWork, Task> write)
    {
        await using var unit = await bench.Store.BeginAsync(SyncBench.Id, SyncBench.Cancel);
        await write(unit);
        await unit.CommitAsync(SyncBench.Cancel);
    }

    private static async Task<(SyncBench Bench, RecordingHandler Handler)> StartAsync()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        var handler = new RecordingHandler();
        var bench = await SyncBench.StartAsync(shop, extend: handler.AddTo);
        await bench.SettleAsync();
        return (bench, handler);
    }

    private sealed class HangingHandler : IDotdigitalEventHandler<ContactOptedOut>
    {
        public TaskCompletionSource Free { get; } = new();

        public int Asked { get; private set; }

        public Task HandleAsync(ContactOptedOut happened, CancellationToken cancellationToken)
        {
            Asked++;
            return Free.Task;
        }
    }
}
