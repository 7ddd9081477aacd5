using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.Diagnostics;
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
    public async Task DF2_Create_NewField_IsStoredOnceAccepted_AndNotTwice()
    {
        await using var bench = await ImportBench.StartAsync();
        var creator = new DataFieldCreator(NullLogger<DataFieldCreator>.Instance);

        var record = await creator.CreateAsync(bench.Run(), Points, ImportBench.Cancel);
        var refusal = await Assert.ThrowsAsync<DataFieldException>(() => creator.CreateAsync(bench.Run(), Points with { Name = "points" }, ImportBench.Cancel));

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

        await new DataFieldCreator(NullLogger<DataFieldCreator>.Instance).CreateAsync(bench.Run(), Points, ImportBench.Cancel);

        Assert.Single(await bench.ReadAsync(unit => unit.DataFields.GetAllAsync(ImportBench.Cancel)));
    }

    private static Task<StepReport> SyncAsync(ImportBench bench) => new SyncDataFieldsStep(NullLogger<SyncDataFieldsStep>.Instance).RunAsync(bench.Run(), ImportBench.Cancel);
}
