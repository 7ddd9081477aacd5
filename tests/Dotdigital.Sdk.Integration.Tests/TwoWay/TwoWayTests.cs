using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.TwoWay;

/// <summary>What is changed in Dotdigital reaches the host, field by field, and comes back to nobody (rules IM-4, W-3).</summary>
public sealed class TwoWayTests
{
    private const string ImportCsv = "ApiContactImport_ImportContactsToAddressBook";
    private const string First = "c1@example.com";

    private static readonly IReadOnlyList<MappingRow> Mapping =
    [
        new() { DataField = "FIRSTNAME", Fields = ["FirstName"] },
        new() { DataField = "TOWN", Fields = ["Town"], IsTwoWay = true },
        new() { DataField = "POINTS", Fields = ["Points"], IsTwoWay = true },
        new() { DataField = "VIP", Fields = ["IsVip"], IsTwoWay = true },
        new() { DataField = "BIRTHDAY", Fields = ["Birthday"], IsTwoWay = true },
        new() { DataField = "FULLNAME", Fields = ["FirstName", "Town"] },
    ];

    [Fact]
    public async Task IM4_AChangeInDotdigital_ReachesTheHostInTheSameCycle_TypedByItsField()
    {
        var (shop, bench) = await SettledAsync();
        await using var disposing = bench;
        bench.Remote.SetDataField(First, "TOWN", "Paris");
        bench.Remote.SetDataField(First, "POINTS", "12.5");
        bench.Remote.SetDataField(First, "VIP", "true");
        bench.Remote.SetDataField(First, "BIRTHDAY", "1999-12-31T00:00:00");

        await SyncBench.SucceedAsync(bench.CycleAsync());

        var row = shop["000001"];
        Assert.Equal(("Paris", 12.5m, true, new DateOnly(1999, 12, 31)), (row.Town, row.Points, row.IsVip, row.Birthday));
        Assert.Equal("First1", row.FirstName);
    }

    [Fact]
    public async Task IM4_AFieldClearedInDotdigital_IsClearedInTheHost()
    {
        var (shop, bench) = await SettledAsync();
        await using var disposing = bench;
        bench.Remote.SetDataField(First, "POINTS", null);

        await bench.RunUntilQuietAsync();

        Assert.Null(shop["000001"].Points);
        Assert.Null(bench.Remote.Contact(First)!.DataFields.GetValueOrDefault("POINTS"));
    }

    [Fact]
    public async Task IM4_AfterAWrite_NothingBounces_ButACompositeOfTheFieldIsExported()
    {
        var (shop, bench) = await SettledAsync();
        await using var disposing = bench;
        bench.Remote.SetDataField(First, "TOWN", "Paris");
        bench.Remote.SetDataField(First, "POINTS", "77");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await bench.ChangeAsync("000001");
        await bench.RunUntilQuietAsync();
        Assert.Equal("First1 Paris", bench.Remote.Contact(First)!.DataFields["FULLNAME"]);
        bench.Remote.ClearRequests();
        var writes = shop.WriteCalls;

        bench.Remote.SetDataField(First, "POINTS", "78");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await bench.ChangeAsync("000001");
        await bench.RunUntilQuietAsync();

        Assert.Equal((78m, 0), (shop["000001"].Points, bench.Remote.CountOf(ImportCsv)));
        Assert.Equal(writes + 1, shop.WriteCalls);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task W3_OurOwnValueReadBack_IsNotWrittenToTheHost()
    {
        var (shop, bench) = await SettledAsync();
        await using var disposing = bench;
        await EditInHostAsync(shop, bench, "Berlin");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        bench.Wait(5);

        // The batch has arrived, and is not settled here yet.
        await SyncBench.SucceedAsync(bench.ImportAsync());
        await bench.RunUntilQuietAsync();

        Assert.Equal("Berlin", bench.Remote.Contact(First)!.DataFields["TOWN"]);
        Assert.Equal((0, "Berlin"), (shop.WriteCalls, shop["000001"].Town));
    }

    [Theory]
    [InlineData(TwoWayConflicts.DotdigitalWins, "Paris")]
    [InlineData(TwoWayConflicts.HostWins, "Berlin")]
    public async Task IM4_BothSidesChanged_OneWins_AndIsCounted(TwoWayConflicts conflicts, string expected)
    {
        var (shop, bench) = await SettledAsync(conflicts);
        await using var disposing = bench;
        bench.Remote.SetDataField(First, "TOWN", "Paris");
        bench.Remote.SetDataField(First, "POINTS", "500");
        await EditInHostAsync(shop, bench, "Berlin");

        var report = await bench.CycleAsync();
        await bench.RunUntilQuietAsync();

        Assert.Equal(1, report.Steps.Single(static step => step.Step == StepNames.WriteFields).Conflicts);
        Assert.Equal((expected, expected), (shop["000001"].Town, bench.Remote.Contact(First)!.DataFields["TOWN"]));
        Assert.Equal((500m, $"First1 {expected}"), (shop["000001"].Points, bench.Remote.Contact(First)!.DataFields["FULLNAME"]));
    }

    [Fact]
    public async Task IM4_TheHostsValueAtWriteTimeCounts_NotTheOneReadBefore()
    {
        var (shop, bench) = await SettledAsync(TwoWayConflicts.HostWins);
        await using var disposing = bench;
        bench.Remote.SetDataField(First, "TOWN", "Paris");
        shop.BeforeWrite = id => shop[id] = shop[id] with { Town = "Rome" };

        await SyncBench.SucceedAsync(bench.CycleAsync());
        await bench.RunUntilQuietAsync();

        Assert.Equal(("Rome", "Rome"), (shop["000001"].Town, bench.Remote.Contact(First)!.DataFields["TOWN"]));
    }

    [Fact]
    public async Task IM4_AnEditWhileABatchTravels_WaitsForItsEnd_AndIsNotLost()
    {
        var (shop, bench) = await SettledAsync();
        await using var disposing = bench;
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.FromMinutes(2) };
        shop["000001"] = shop["000001"] with { FirstName = "Anna", Town = "Berlin" };
        await bench.ChangeAsync("000001");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        bench.Wait(5);
        bench.Remote.SetDataField(First, "TOWN", "Paris");

        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Equal("Berlin", shop["000001"].Town);
        await bench.RunUntilQuietAsync();

        Assert.Equal(("Paris", "Paris"), (shop["000001"].Town, bench.Remote.Contact(First)!.DataFields["TOWN"]));
        Assert.Equal(("Anna", "Anna Paris"), (bench.Remote.Contact(First)!.DataFields["FIRSTNAME"], bench.Remote.Contact(First)!.DataFields["FULLNAME"]));
    }

    [Fact]
    public async Task IM4_AnEditThatOurBatchOverwrote_IsNotWrittenToTheHost()
    {
        var (shop, bench) = await SettledAsync();
        await using var disposing = bench;
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.FromMinutes(8) };
        await EditInHostAsync(shop, bench, "Berlin");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        bench.Remote.SetDataField(First, "TOWN", "Paris");
        bench.Wait(1);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Equal("Paris", (await bench.ContactAsync(First))!.Snapshot["TOWN"]);

        await bench.RunUntilQuietAsync();

        Assert.Equal(("Berlin", "Berlin"), (shop["000001"].Town, bench.Remote.Contact(First)!.DataFields["TOWN"]));
    }

    [Fact]
    public async Task IM4_WithALostBatch_ItsValueIsOurs_AndALaterEditIsTheMarketers()
    {
        var (shop, bench) = await SettledAsync();
        await using var disposing = bench;
        await EditInHostAsync(shop, bench, "Berlin");
        bench.Emulator.Faults.Add(new Fault(FaultKind.DropAfterAccept) { Operation = ImportCsv });
        await bench.CycleAsync();
        Assert.Contains(await bench.BatchesAsync(), static batch => batch.State == BatchState.Lost);
        await bench.RunUntilQuietAsync();
        Assert.Equal((0, "Berlin"), (shop.WriteCalls, shop["000001"].Town));

        bench.Remote.SetDataField(First, "TOWN", "Paris");
        await bench.RunUntilQuietAsync();

        Assert.Equal(("Paris", "Paris"), (shop["000001"].Town, bench.Remote.Contact(First)!.DataFields["TOWN"]));
    }

    [Fact]
    public async Task W3_ALostBatchThatArrivesLate_DoesNotOverwriteTheHostsNewerValue()
    {
        var (shop, bench) = await SettledAsync();
        await using var disposing = bench;
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.FromHours(3) };
        await EditInHostAsync(shop, bench, "Old");
        bench.Emulator.Faults.Add(new Fault(FaultKind.DropAfterAccept) { Operation = ImportCsv });
        await bench.CycleAsync();
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.Zero };
        await EditInHostAsync(shop, bench, "New");
        await bench.RunUntilQuietAsync();
        bench.Wait(200);
        Assert.Equal("Old", bench.Remote.Contact(First)!.DataFields["TOWN"]);

        await bench.RunUntilQuietAsync();

        Assert.Equal(("New", "New"), (shop["000001"].Town, bench.Remote.Contact(First)!.DataFields["TOWN"]));
    }

    [Fact]
    public async Task IM4_AKillRightAfterTheWrite_DoesNotRepeatItOverTheHostsNextEdit()
    {
        var (shop, bench) = await SettledAsync();
        await using var disposing = bench;
        bench.Remote.SetDataField(First, "TOWN", "Paris");
        for (var n = 1; shop.Written.Count == 0; n++)
        {
            bench.Kills.At(n, afterCommit: false);
            await Assert.ThrowsAsync<AccountLeaseLostException>(() => bench.CycleAsync());
            await bench.RestartAsync();
        }

        await EditInHostAsync(shop, bench, "Rome");
        await bench.RunUntilQuietAsync();

        Assert.Equal(("Rome", "Rome"), (shop["000001"].Town, bench.Remote.Contact(First)!.DataFields["TOWN"]));
    }

    [Fact]
    public async Task IM4_AHostThatRefuses_IsTriedAgain_TheOthersGoOn_AndDotdigitalsValueIsNotOverwrittenMeanwhile()
    {
        var (shop, bench) = await SettledAsync();
        await using var disposing = bench;
        shop.RefusesChange = static id => id == "000001" ? "keeps the customer's record locked." : null;
        bench.Remote.SetDataField(First, "TOWN", "Paris");
        bench.Remote.SetDataField("c2@example.com", "TOWN", "Lyon");
        shop["000001"] = shop["000001"] with { FirstName = "Anna" };
        await bench.ChangeAsync("000001");

        var report = await bench.CycleAsync();
        bench.Wait(5);
        await bench.CycleAsync();

        var step = report.Steps.Single(static step => step.Step == StepNames.WriteFields);
        Assert.Equal((1, 1), (step.SetAside, step.Updated));
        Assert.Contains("locked", step.Error, StringComparison.Ordinal);
        Assert.Equal(("Town1", "Lyon"), (shop["000001"].Town, shop["000002"].Town));
        Assert.Equal(("Paris", "Anna"), (bench.Remote.Contact(First)!.DataFields["TOWN"], bench.Remote.Contact(First)!.DataFields["FIRSTNAME"]));
        Assert.Equal((1, 1), await WaitingAsync(bench));

        shop.RefusesChange = static _ => null;
        bench.Wait(30);
        await bench.RunUntilQuietAsync();

        Assert.Equal(("Paris", "Anna Paris"), (shop["000001"].Town, bench.Remote.Contact(First)!.DataFields["FULLNAME"]));
        Assert.Equal((0, 0), await WaitingAsync(bench));
    }

    [Fact]
    public async Task IM4_WhileTheHostRefuses_TheNewestValueOfDotdigitalCounts_AndOneTakenBackNeedsNoWrite()
    {
        var (shop, bench) = await SettledAsync();
        await using var disposing = bench;
        shop.RefusesChange = static _ => "is closed.";
        bench.Remote.SetDataField(First, "TOWN", "Paris");
        bench.Remote.SetDataField("c2@example.com", "TOWN", "Lyon");
        await bench.CycleAsync();
        bench.Remote.SetDataField(First, "TOWN", "Nice");
        bench.Remote.SetDataField("c2@example.com", "TOWN", "Town2");
        bench.Wait(5);
        await bench.CycleAsync();
        shop.RefusesChange = static _ => null;
        bench.Wait(30);

        await bench.RunUntilQuietAsync();

        Assert.Equal(("Nice", "Town2"), (shop["000001"].Town, shop["000002"].Town));
        Assert.Equal([("000001", "Town", "Nice")], shop.Written.Select(static write => (write.ItemId, write.Field, (string?)write.Value)));
    }

    [Fact]
    public async Task IM4_AValueThatIsNoneOfTheFieldsType_IsSetAside_AndTheOtherFieldsAreWritten()
    {
        IReadOnlyList<MappingRow> mapping =
        [
            new() { DataField = "FIRSTNAME", Fields = ["FirstName"], IsTwoWay = true },
            new() { DataField = "TOWN", Fields = ["Points"], IsTwoWay = true },
        ];
        var (shop, bench) = await SettledAsync(mapping: mapping);
        await using var disposing = bench;
        bench.Remote.SetDataField(First, "TOWN", "a lot");
        bench.Remote.SetDataField(First, "FIRSTNAME", "Anna");

        var report = await bench.CycleAsync();

        var step = report.Steps.Single(static step => step.Step == StepNames.WriteFields);
        Assert.Contains("'TOWN'", step.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("a lot", step.Error, StringComparison.Ordinal);
        Assert.Equal(("Anna", 1m), (shop["000001"].FirstName, shop["000001"].Points));
        bench.Remote.SetDataField(First, "TOWN", "250");
        bench.Wait(5);
        await bench.RunUntilQuietAsync();
        Assert.Equal(250m, shop["000001"].Points);
    }

    [Fact]
    public async Task EX3a_TwoLists_EachWritesToItsOwnItem()
    {
        var (customers, vips) = (new Shop(), new Shop());
        customers.Add(SyncBench.Customers(2));
        vips.Add(SyncBench.Customers(1));
        await using var bench = await SyncBench.StartAsync([customers.AsList("customers", "Customers", Mapping), vips.AsList("vips", "Vips", Mapping)]);
        await bench.RunUntilQuietAsync();
        bench.Remote.SetDataField(First, "TOWN", "Paris");

        await bench.RunUntilQuietAsync();

        Assert.Equal(("Paris", "Paris"), (customers["000001"].Town, vips["000001"].Town));
        Assert.Equal("First1 Paris", bench.Remote.Contact(First)!.DataFields["FULLNAME"]);
    }

    [Fact]
    public async Task IM4_AnItemThatLeftTheSegment_IsWrittenAsLongAsItIsLinked_AndNoRunFails()
    {
        var (shop, bench) = await SettledAsync();
        await using var disposing = bench;
        bench.Remote.SetDataField(First, "TOWN", "Paris");
        shop["000001"] = shop["000001"] with { IsInSegment = false };

        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Equal("Paris", shop["000001"].Town);
    }

    [Fact]
    public async Task MP4_FirstLink_DotdigitalsValueFillsTheHostsBlank_ElseTheHostsIsSent()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        shop["000001"] = shop["000001"] with { Town = null };
        await using var bench = await SyncBench.StartAsync([shop.AsList("customers", "Customers", Mapping)]);
        var book = bench.Remote.CreateAddressBook("Customers");
        bench.Remote.AddContacts("c{0}@example.com", 1, 3, [book]);
        foreach (var i in new[] { 1, 2 })
        {
            bench.Remote.SetDataField($"c{i}@example.com", "TOWN", "Paris");
        }

        await bench.RunUntilQuietAsync();

        Assert.Equal(("Paris", "Town2"), (shop["000001"].Town, shop["000002"].Town));
        Assert.Equal(("Paris", "Town2"), (bench.Remote.Contact(First)!.DataFields["TOWN"], bench.Remote.Contact("c2@example.com")!.DataFields["TOWN"]));
        Assert.Equal((0, 0), await WaitingAsync(bench));
    }

    [Fact]
    public async Task MP4_TwoWaySwitchedOn_FillsTheHostsBlanks_Once_AndSwitchedOffWritesNothingMore()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        IReadOnlyList<MappingRow> oneWay = [new() { DataField = "TOWN", Fields = ["Town"], WhenBlank = BlankAction.IsNotSent }];
        IReadOnlyList<MappingRow> twoWay = [oneWay[0] with { IsTwoWay = true }];
        shop["000001"] = shop["000001"] with { Town = null };
        await using var bench = await SyncBench.StartAsync([shop.AsList("customers", "Customers", oneWay)]);
        await bench.RunUntilQuietAsync();
        bench.Remote.SetDataField(First, "TOWN", "Paris");
        await bench.RunUntilQuietAsync();
        Assert.Null(shop["000001"].Town);

        bench.Lists[0] = shop.AsList("customers", "Customers", twoWay);
        await bench.RestartAsync();
        await bench.RunUntilQuietAsync();
        Assert.Equal(("Paris", "Town2"), (shop["000001"].Town, shop["000002"].Town));

        bench.Lists[0] = shop.AsList("customers", "Customers", oneWay);
        await bench.RestartAsync();
        bench.Remote.SetDataField(First, "TOWN", "Nice");
        await bench.RunUntilQuietAsync();
        Assert.Equal("Paris", shop["000001"].Town);
    }

    internal static async Task<(Shop Shop, SyncBench Bench)> SettledAsync(
        TwoWayConflicts conflicts = TwoWayConflicts.DotdigitalWins, IReadOnlyList<MappingRow>? mapping = null)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        var bench = await SyncBench.StartAsync([shop.AsList("customers", "Customers", mapping ?? Mapping) with { TwoWayConflicts = conflicts }]);
        await bench.RunUntilQuietAsync();
        bench.Wait(10);
        bench.Remote.ClearRequests();
        Assert.Equal(0, shop.WriteCalls);
        return (shop, bench);
    }

    private static async Task EditInHostAsync(Shop shop, SyncBench bench, string town)
    {
        shop["000001"] = shop["000001"] with { Town = town };
        await bench.ChangeAsync("000001");
    }

    private static async Task<(long Waiting, long Refused)> WaitingAsync(SyncBench bench)
    {
        var status = await bench.Services.GetRequiredService<IMarketingListStatusReader>().GetListStatusAsync(SyncBench.Id, "customers", SyncBench.Cancel);
        return (status!.HostWritesWaiting, status.HostWritesRefused);
    }
}
