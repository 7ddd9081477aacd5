using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Dotdigital.Sdk.Diagnostics;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Diagnostics;

public sealed class SyncTelemetryTests
{
    private readonly ConcurrentQueue<(string Instrument, double Value, Dictionary<string, object?> Tags)> _measured = new();

    [Fact]
    public async Task Cycle_IsOneActivity_WithItsSteps_AndTheirCallsBelow()
    {
        var shop = ShopOf(3);
        await using var bench = await SyncBench.StartAsync(shop);
        var stopped = new ConcurrentQueue<Activity>();
        using var host = new ActivitySource("the host's test");
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is DotdigitalIntegrationDiagnostics.SourceName or DotdigitalDiagnostics.SourceName || source == host,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);

        using (var root = host.StartActivity("here")!)
        {
            await SyncBench.SucceedAsync(bench.CycleAsync());
            var mine = stopped.Where(activity => activity.TraceId == root.TraceId).ToList();
            var run = Assert.Single(mine, static activity => activity.OperationName == "Dotdigital cycle");
            Assert.Equal(("main", "success"), (run.GetTagItem("dotdigital.account"), run.GetTagItem("dotdigital.outcome")));
            var send = Assert.Single(mine, static activity => activity.OperationName == "Dotdigital SendContacts");
            Assert.Equal(run.SpanId, send.ParentSpanId);
            Assert.Contains(mine, call => call.ParentSpanId == send.SpanId && call.Kind == ActivityKind.Client);
            Assert.DoesNotContain(mine.SelectMany(static activity => activity.TagObjects), static tag => tag.Value?.ToString()?.Contains("@example.com", StringComparison.Ordinal) is true);
        }
    }

    [Fact]
    public async Task Metrics_CountRunsStepsRowsAndBatches_AndTheOldestOpenOne()
    {
        var shop = ShopOf(3);
        await using var bench = await SyncBench.StartAsync(shop);
        using var listener = Listen(bench);

        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Equal(3, Of("dotdigital.sync.rows", ("dotdigital.step", StepNames.SendContacts), ("dotdigital.outcome", "sent")).Sum());
        Assert.Single(Of("dotdigital.sync.run.duration", ("dotdigital.job", JobNames.Cycle), ("dotdigital.outcome", "success")));
        Assert.NotEmpty(Of("dotdigital.sync.step.duration", ("dotdigital.step", StepNames.SendContacts), ("dotdigital.outcome", "success")));
        listener.RecordObservableInstruments();
        Assert.Equal(1, Of("dotdigital.sync.batch.open").Last());
        Assert.True(Of("dotdigital.sync.batch.oldest_age").Last() >= 0);

        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());
        Assert.Single(Of("dotdigital.sync.batch.duration", ("dotdigital.kind", "CsvImport"), ("dotdigital.outcome", "Finished")));
        listener.RecordObservableInstruments();
        Assert.Equal(0, Of("dotdigital.sync.batch.open").Last());
        Assert.DoesNotContain(_measured.SelectMany(static measured => measured.Tags.Values), static value => value?.ToString()?.Contains('@', StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task Metrics_TellAFailedStep_AndThoseNotRun()
    {
        var shop = ShopOf(1);
        await using var bench = await SyncBench.StartAsync(shop);
        using var listener = Listen(bench);

        shop.BreakKeysAfter = 0;
        var report = await bench.CycleAsync();
        Assert.Contains(report.Failures, static step => step.Step == StepNames.StageKeys);
        Assert.Single(Of("dotdigital.sync.run.duration", ("dotdigital.outcome", "failed")));
        Assert.Single(Of("dotdigital.sync.step.duration", ("dotdigital.step", StepNames.StageKeys), ("dotdigital.outcome", "failed")));
        Assert.Single(Of("dotdigital.sync.step.duration", ("dotdigital.step", StepNames.FindLeavers), ("dotdigital.outcome", "not_run")));
    }

    [Fact]
    public async Task Metrics_TellARefusedAccount()
    {
        await using var bench = await SyncBench.StartAsync(new Shop(), static options => options.Accounts["main"].Password = "wrong");
        using var listener = Listen(bench);

        await Assert.ThrowsAsync<DotdigitalAuthenticationException>(() => bench.CycleAsync());

        Assert.Single(Of("dotdigital.sync.run.duration", ("dotdigital.outcome", "refused")));
    }

    private static Shop ShopOf(int customers)
    {
        var shop = new Shop();
        shop.Add(Enumerable.Range(1, customers).Select(static i => new ShopRow($"c{i}", $"c{i}@example.com")));
        return shop;
    }

    private IEnumerable<double> Of(string instrument, params (string Tag, string Value)[] tags) =>
        _measured.Where(measured => measured.Instrument == instrument && tags.All(tag => Equals(measured.Tags.GetValueOrDefault(tag.Tag), tag.Value))).Select(static measured => measured.Value);

    /// <summary>Listens to this bench's own meter only: tests run at the same time.</summary>
    private MeterListener Listen(SyncBench bench)
    {
        var mine = bench.Services.GetRequiredService<IMeterFactory>().Create(DotdigitalIntegrationDiagnostics.SourceName);
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter == mine)
                {
                    l.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _measured.Enqueue((instrument.Name, value, new(tags.ToArray()))));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _measured.Enqueue((instrument.Name, value, new(tags.ToArray()))));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => _measured.Enqueue((instrument.Name, value, new(tags.ToArray()))));
        listener.Start();
        return listener;
    }
}
