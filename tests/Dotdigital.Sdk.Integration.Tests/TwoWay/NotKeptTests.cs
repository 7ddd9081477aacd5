using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.TwoWay;

/// <summary>One-way fields that are changed in Dotdigital: left, put back, or given up (rules MP-6, W-3).</summary>
public sealed class NotKeptTests
{
    private const string ImportCsv = "ApiContactImport_ImportContactsToAddressBook";
    private const string First = "c1@example.com";

    private static readonly IReadOnlyList<MappingRow> Left = [new() { DataField = "FIRSTNAME", Fields = ["FirstName"] }, new() { DataField = "TOWN", Fields = ["Town"] }];

    private static readonly IReadOnlyList<MappingRow> Restored = [Left[0], Left[1] with { Restores = true }];

    [Fact]
    public async Task MP6_ARemoteChangeToAOneWayField_StaysUntilTheHostsValueChanges()
    {
        var (shop, bench) = await TwoWayTests.SettledAsync(mapping: Left);
        await using var disposing = bench;
        bench.Remote.SetDataField(First, "TOWN", "Paris");
        await bench.RunUntilQuietAsync();
        Assert.Equal(("Paris", 0), (bench.Remote.Contact(First)!.DataFields["TOWN"], bench.Remote.CountOf(ImportCsv)));

        shop["000001"] = shop["000001"] with { FirstName = "Anna" };
        await bench.ChangeAsync("000001");
        await bench.RunUntilQuietAsync();

        Assert.Equal(("Town1", "Town1"), (bench.Remote.Contact(First)!.DataFields["TOWN"], shop["000001"].Town));
    }

    [Fact]
    public async Task MP6_ARestoredField_GetsTheHostsValueBack_AndNobodyElseIsSent()
    {
        var (shop, bench) = await TwoWayTests.SettledAsync(mapping: Restored);
        await using var disposing = bench;
        shop.ItemsRead.Clear();
        bench.Remote.SetDataField(First, "TOWN", "Paris");
        bench.Remote.SetDataField("c2@example.com", "FIRSTNAME", "Anna");

        await bench.RunUntilQuietAsync();

        Assert.Equal(("Town1", "Anna"), (bench.Remote.Contact(First)!.DataFields["TOWN"], bench.Remote.Contact("c2@example.com")!.DataFields["FIRSTNAME"]));
        Assert.Equal(1, bench.Remote.CountOf(ImportCsv));
        Assert.DoesNotContain("000002", shop.ItemsRead);
    }

    [Fact]
    public async Task MP6_ARestoredField_EditedWhileABatchTravels_GetsTheHostsValueBack()
    {
        var (shop, bench) = await TwoWayTests.SettledAsync(mapping: Restored);
        await using var disposing = bench;
        shop["000001"] = shop["000001"] with { FirstName = "Anna" };
        await bench.ChangeAsync("000001");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        bench.Wait(1);
        bench.Remote.SetDataField(First, "TOWN", "Paris");
        await SyncBench.SucceedAsync(bench.CycleAsync());

        await bench.RunUntilQuietAsync();

        Assert.Equal(("Town1", "Anna"), (bench.Remote.Contact(First)!.DataFields["TOWN"], bench.Remote.Contact(First)!.DataFields["FIRSTNAME"]));
    }

    [Fact]
    public async Task W3_AValueDeliveredTwiceAndReadBackDifferent_IsSetAside_UntilTheHostsValueChanges()
    {
        var (shop, bench) = await TwoWayTests.SettledAsync(mapping: Restored);
        await using var disposing = bench;
        shop["000001"] = shop["000001"] with { Town = "Q" };
        await bench.ChangeAsync("000001");
        for (var i = 0; i < 6; i++)
        {
            await SyncBench.SucceedAsync(bench.CycleAsync());
            bench.Wait(5);
            await SyncBench.SucceedAsync(bench.StatusAsync());

            // Something in Dotdigital puts another value there as soon as ours has arrived.
            bench.Remote.SetDataField(First, "TOWN", "Quebec");
            bench.Wait(5);
        }

        Assert.Equal(2, bench.Remote.CountOf(ImportCsv));
        var member = (await bench.MembershipAsync(First))!;
        Assert.Equal(MembershipState.Faulted(SetAsideReason.ValueNotKept), member.State);
        Assert.Contains("TOWN", member.LastFault, StringComparison.Ordinal);
        Assert.Single((await bench.ContactAsync(First))!.NotKept);

        shop["000001"] = shop["000001"] with { FirstName = "Anna" };
        await bench.ChangeAsync("000001");
        await bench.RunUntilQuietAsync();
        Assert.Equal("Anna", bench.Remote.Contact(First)!.DataFields["FIRSTNAME"]);

        shop["000001"] = shop["000001"] with { Town = "Rome" };
        await bench.ChangeAsync("000001");
        await bench.RunUntilQuietAsync();
        Assert.Equal(("Rome", MembershipState.Clean), (bench.Remote.Contact(First)!.DataFields["TOWN"], (await bench.MembershipAsync(First))!.State));
    }

    [Fact]
    public async Task W3_AnEditInDotdigital_AfterADelivery_IsNoFault_AndOneThatWasKeptIsForgotten()
    {
        var (shop, bench) = await TwoWayTests.SettledAsync(mapping: Restored);
        await using var disposing = bench;
        shop["000001"] = shop["000001"] with { Town = "Q" };
        await bench.ChangeAsync("000001");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.StatusAsync());
        bench.Remote.SetDataField(First, "TOWN", "Quebec");
        bench.Wait(5);

        await bench.RunUntilQuietAsync();

        Assert.Equal("Q", bench.Remote.Contact(First)!.DataFields["TOWN"]);
        Assert.Equal((MembershipState.Clean, 0), ((await bench.MembershipAsync(First))!.State, (await bench.ContactAsync(First))!.NotKept.Count));
    }
}
