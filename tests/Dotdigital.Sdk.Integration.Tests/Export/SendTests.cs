using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Export;

/// <summary>Rules EX-4 and EX-6: what is put on the wire, and what becomes of it when the wire breaks.</summary>
public sealed class SendTests
{
    private const string Import = "ApiContactImport_ImportContactsToAddressBook";

    [Theory]
    [InlineData(ExportTransport.Csv)]
    [InlineData(ExportTransport.Json)]
    public async Task EX4_ManyRows_GoInSeveralBatches(ExportTransport transport)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2500));
        await using var bench = await SyncBench.StartAsync(shop, options => (options.MaxBatchRows, options.Transport) = (1000, transport));

        await bench.SettleAsync();

        Assert.Equal([1000, 1000, 500], (await bench.BatchesAsync()).Select(static batch => batch.MemberCount));
        Assert.Equal(2500, bench.ReachableIn().Count);
    }

    [Theory]
    [InlineData(ExportTransport.Csv)]
    [InlineData(ExportTransport.Json)]
    public async Task EX4_RequestBodies_StayWithinTheirBytes(ExportTransport transport)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(200).Select(static row => row with { Town = new string('ß', 900) }));
        await using var bench = await SyncBench.StartAsync(shop, options => (options.MaxBatchBytes, options.Transport) = (100_000, transport));

        await bench.SettleAsync();

        var posts = bench.Remote.Requests.Where(static request => request.Method is "POST" or "PUT" && request.PathAndQuery.Contains("import", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.InRange(posts.Count, 4, 40);
        Assert.All(posts, static post => Assert.InRange(post.BodyBytes, 1, 101_000));
        Assert.Equal(200, bench.ReachableIn().Count);
    }

    [Theory]
    [InlineData(ExportTransport.Csv)]
    [InlineData(ExportTransport.Json)]
    public async Task EX4_Values_ArriveExactly(ExportTransport transport)
    {
        string[] texts = ["say \"hi\", twice", "line\r\nbreak", "line\nbreak", "\"", ",", "Ünïcödé 東京 Ελλάδα العربية", "👩‍👩‍👧‍👦 🏳️‍🌈", "=1+1", "a\tb", "<script>&amp;'", "'; DROP TABLE", "back\\slash"];
        var shop = new Shop();
        shop.Add(texts.Select(static (text, i) => new ShopRow($"i{i:D2}", $"e{i}@example.com", text, " padded ", -1234567.0125m, i % 2 == 0, new DateOnly(2024, 2, 29))));
        await using var bench = await SyncBench.StartAsync(shop, options => options.Transport = transport);

        await bench.SettleAsync();

        for (var i = 0; i < texts.Length; i++)
        {
            var fields = bench.Remote.Contact($"e{i}@example.com")!.DataFields;
            Assert.Equal(texts[i], fields["FIRSTNAME"]);
            Assert.Equal("padded", fields["TOWN"]);
            Assert.Equal(-1234567.0125m, fields["POINTS"]);
            Assert.Equal(i % 2 == 0, fields["VIP"]);
            Assert.Equal(new DateTime(2024, 2, 29), fields["BIRTHDAY"]);
        }

        bench.Remote.ClearRequests();
        await bench.ChangeAsync([.. shop.Rows.Select(static row => row.Id)]);
        await bench.RunUntilQuietAsync();
        Assert.DoesNotContain(bench.Remote.Requests, static request => request.Method is "POST" or "PUT" && request.PathAndQuery.Contains("import", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(ExportTransport.Csv, 2)]
    [InlineData(ExportTransport.Json, 1)]
    public async Task MP7_BlankThatIsNotSent_KeepsItsValue_WhileOthersClear(ExportTransport transport, int batches)
    {
        IReadOnlyList<MappingRow> mapping =
        [
            new() { DataField = "FIRSTNAME", Fields = ["FirstName"] },
            new() { DataField = "TOWN", Fields = ["Town"], WhenBlank = BlankAction.IsNotSent },
        ];
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync([shop.AsList("customers", "Customers", mapping)], options => options.Transport = transport);
        await bench.SettleAsync();
        var before = (await bench.BatchesAsync()).Count;
        shop["000001"] = shop["000001"] with { FirstName = null, Town = null };
        shop["000002"] = shop["000002"] with { FirstName = null, Town = "Kept" };
        await bench.ChangeAsync("000001", "000002");

        await bench.RunUntilQuietAsync();

        Assert.Equal(batches, (await bench.BatchesAsync()).Count - before);
        var fields = bench.Remote.Contact("c1@example.com")!.DataFields;
        Assert.False(fields.ContainsKey("FIRSTNAME"));
        Assert.Equal("Town1", fields["TOWN"]);
        Assert.Equal("Kept", bench.Remote.Contact("c2@example.com")!.DataFields["TOWN"]);
    }

    [Fact]
    public async Task EX4_JsonUpdate_DoesNotPutAPersonBackWhomTheMarketerTookOut()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop, static options => options.Transport = ExportTransport.Json);
        await bench.SettleAsync();
        bench.Remote.RemoveFromAddressBook("c1@example.com", bench.Book());
        shop["000001"] = shop["000001"] with { FirstName = "Changed" };
        await bench.ChangeAsync("000001");

        await SyncBench.SucceedAsync(bench.ExportAsync());
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());

        Assert.Equal("Changed", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);
        Assert.DoesNotContain("c1@example.com", bench.ReachableIn());
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task EX4_RefusedImport_MakesItsMembersDueAgainWithTheReason()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = Import, Status = 400 });

        var report = await bench.CycleAsync();

        Assert.Contains(report.Failures, static step => step is { Step: StepNames.SendContacts, Scope: "customers" });
        var member = (await bench.MembershipAsync("c1@example.com"))!;
        Assert.Equal(MembershipState.Due(ExportOperation.New), member.State);
        Assert.Contains("400", member.LastFault, StringComparison.Ordinal);
        Assert.Equal(BatchState.Refused, Assert.Single(await bench.BatchesAsync()).State);
        await bench.RunUntilQuietAsync();
        Assert.Equal(3, bench.ReachableIn().Count);
        Assert.Null((await bench.MembershipAsync("c1@example.com"))!.LastFault);
    }

    [Fact]
    public async Task EX4_TooManyRequests_WaitsAndGoesOn()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop, static options => options.Client.MaxRetries = 2);
        bench.Emulator.Faults.Add(new Fault(FaultKind.TooManyRequests) { Operation = Import });
        bench.Emulator.Clock.Advance(TimeSpan.FromSeconds(59.5));

        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Equal(BatchState.Sent, Assert.Single(await bench.BatchesAsync()).State);
        Assert.Equal(2, bench.Remote.CountOf(Import));
        Assert.Equal(3, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task EX4_ConnectionNeverMade_IsRefused_AndNotLost()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        var broken = new BrokenLine();
        await using var bench = await SyncBench.StartAsync(shop, extend: broken.Register);
        broken.Path = "/contacts/import";

        await bench.CycleAsync();

        Assert.Equal(BatchState.Refused, Assert.Single(await bench.BatchesAsync()).State);
        var member = (await bench.MembershipAsync("c1@example.com"))!;
        Assert.Equal(MembershipState.Due(ExportOperation.New), member.State);
        Assert.False(member.WasSent);
        broken.Path = null;
        await bench.RunUntilQuietAsync();
        Assert.Equal(3, bench.ReachableIn().Count);
    }

    [Theory]
    [InlineData(FaultKind.DropAfterAccept, ExportTransport.Csv)]
    [InlineData(FaultKind.DropAfterAccept, ExportTransport.Json)]
    [InlineData(FaultKind.TruncatedBody, ExportTransport.Csv)]
    [InlineData(FaultKind.GarbledBody, ExportTransport.Csv)]
    [InlineData(FaultKind.GarbledBody, ExportTransport.Json)]
    [InlineData(FaultKind.Duplicate, ExportTransport.Csv)]
    public async Task EX6_LostAnswer_MakesMembersDueAgain_AndBothSidesAgreeInTheEnd(FaultKind fault, ExportTransport transport)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(5));
        await using var bench = await SyncBench.StartAsync(shop, options => options.Transport = transport);
        bench.Emulator.Faults.Add(new Fault(fault) { Operation = transport == ExportTransport.Csv ? Import : "/contacts/v3/import" });

        await bench.CycleAsync();

        if (fault != FaultKind.Duplicate)
        {
            Assert.Equal(BatchState.Lost, Assert.Single(await bench.BatchesAsync()).State);
            Assert.Equal(ExportState.Due, (await bench.MembershipAsync("c1@example.com"))!.State.Kind);
        }

        await bench.RunUntilQuietAsync();
        Assert.Equal(5, bench.Remote.Contacts.Count);
        Assert.Equal(5, bench.ReachableIn().Count);
        Assert.Equal(MembershipState.Clean, (await bench.MembershipAsync("c1@example.com"))!.State);
        Assert.InRange((await bench.BatchesAsync()).Count, 1, 2);
    }

    [Fact]
    public async Task EX6_ServerErrorAtTheImport_IsTakenForLost()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = Import, Status = 502 });

        await bench.CycleAsync();

        Assert.Equal(BatchState.Lost, Assert.Single(await bench.BatchesAsync()).State);
        await bench.RunUntilQuietAsync();
        Assert.Equal(2, bench.ReachableIn().Count);
    }
}
