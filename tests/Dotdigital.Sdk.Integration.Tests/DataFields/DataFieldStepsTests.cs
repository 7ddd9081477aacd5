using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Import;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using DataFieldType = Dotdigital.Sdk.Integration.DataFields.DataFieldType;

namespace Dotdigital.Sdk.Integration.Tests.DataFields;

/// <summary>Rules DF-1 and DF-2 against the emulator.</summary>
public sealed class DataFieldStepsTests
{
    private static readonly NewDataField Points = new() { Name = "POINTS", Type = DataFieldType.Numeric, Visibility = "Private", DefaultValue = "1.50" };

    [Fact]
    public async Task DF1_Sync_AddsChangesAndRemoves_AndMovesItsWatermark()
    {
        await using var bench = await ImportBench.StartAsync();
        bench.Remote.CreateDataField("COLOUR", Dotdigital.Sdk.Emulator.DataFields.DataFieldType.String, defaultValue: "blue");

        var first = await SyncAsync(bench);
        bench.Remote.DeleteDataField("COLOUR");
        var second = await SyncAsync(bench);

        Assert.Equal(first.Read, first.Added);
        Assert.Equal((0L, 0L, 1L), (second.Added, second.Updated, second.Removed));
        Assert.NotNull((await bench.ReadAsync(unit => unit.Watermarks.GetAsync(StepNames.SyncDataFields, 0, ImportBench.Cancel))).At);
    }

    [Fact]
    public async Task DF1_Sync_AnEmptyAnswer_RemovesNothing()
    {
        await using var bench = await ImportBench.StartAsync();
        var before = (await SyncAsync(bench)).Read;
        foreach (var field in await bench.ReadAsync(static unit => unit.DataFields.GetAllAsync(ImportBench.Cancel)))
        {
            bench.Remote.DeleteDataField(field.Name);
        }

        var empty = await SyncAsync(bench);

        Assert.Equal((0L, 0L, before), (empty.Read, empty.Removed, empty.Skipped));
        Assert.Equal(before, (await bench.ReadAsync(static unit => unit.DataFields.GetAllAsync(ImportBench.Cancel))).Count);
    }

    [Fact]
    public async Task DF2_Create_NewField_IsStoredOnceAccepted_AndNotTwice()
    {
        await using var bench = await ImportBench.StartAsync();

        var record = await CreateAsync(bench, Points);
        var refusal = await Assert.ThrowsAsync<DataFieldException>(() => CreateAsync(bench, Points with { Name = "points" }));

        Assert.Equal("1.5", record.DefaultValue);
        Assert.Equal("points", refusal.Field);
        Assert.Equal([record], await bench.ReadAsync(unit => unit.DataFields.GetAllAsync(ImportBench.Cancel)));
        Assert.Equal(0, (await SyncAsync(bench)).Updated);
    }

    [Fact]
    public async Task DF2_Create_AnswerLost_IsFoundByNameAndStored()
    {
        await using var bench = await ImportBench.StartAsync();
        bench.Emulator.Faults.Add(new Fault(FaultKind.DropAfterAccept) { Method = "POST" });

        await CreateAsync(bench, Points);

        Assert.Single(await bench.ReadAsync(unit => unit.DataFields.GetAllAsync(ImportBench.Cancel)));
    }

    private static Task<DataFieldRecord> CreateAsync(ImportBench bench, NewDataField field)
    {
        var run = bench.Run();
        return new DataFieldCreator(NullLogger<DataFieldCreator>.Instance).CreateAsync(run.Account, run.Client, run.BeginAsync, field, ImportBench.Cancel);
    }

    private static Task<StepReport> SyncAsync(ImportBench bench) => new SyncDataFieldsStep(NullLogger<SyncDataFieldsStep>.Instance).RunAsync(bench.Run(), ImportBench.Cancel);
}
