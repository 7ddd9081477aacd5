using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Mapping;

/// <summary>Mappings edited at run time (rules MP-1 to MP-9, DF-1), as a host and the people at Dotdigital see them.</summary>
public sealed class StoredMappingTests
{
    private static readonly MappingRow FirstName = new() { DataField = "FIRSTNAME", Fields = ["FirstName"] };
    private static readonly MappingRow Town = new() { DataField = "TOWN", Fields = ["Town"] };
    private static readonly MappingRow Points = new() { DataField = "POINTS", Fields = ["Points"] };

    [Fact]
    public async Task MP1_AStoredMapping_WinsOverTheCode_UntilItIsRemoved()
    {
        var (bench, shop) = await StartAsync([FirstName]);
        await using var _ = bench;
        var service = Service(bench);
        var code = await service.GetAsync(SyncBench.Id, "Customer", SyncBench.Cancel);
        Assert.Equal((MappingSource.Code, 0L, "FIRSTNAME"), (code.Source, code.Version, Assert.Single(code.Rows).DataField));

        var saved = await service.SaveAsync(SyncBench.Id, new MappingDraft { Entity = "Customer", Rows = [Town] }, SyncBench.Cancel);
        shop["000002"] = shop["000002"] with { FirstName = "Unseen", Town = "York" };
        await bench.ChangeAsync("000002");
        await bench.RunUntilQuietAsync();

        Assert.Equal(MappingSource.Stored, saved.Source);
        Assert.Equal(["customers"], saved.Lists);
        var fields = bench.Remote.Contact("c2@example.com")!.DataFields;
        Assert.Equal(("First2", "York"), (fields["FIRSTNAME"], fields["TOWN"]));
        await service.RemoveAsync(SyncBench.Id, "Customer", saved.Version, SyncBench.Cancel);
        await bench.RunUntilQuietAsync();
        Assert.Equal("Unseen", bench.Remote.Contact("c2@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Equal(MappingSource.Code, (await service.GetAsync(SyncBench.Id, "Customer", SyncBench.Cancel)).Source);
    }

    [Fact]
    public async Task MP2_APreview_TellsEachRowsProblemByItsPlace()
    {
        var (bench, _) = await StartAsync([FirstName]);
        await using var __ = bench;

        var preview = await Service(bench).PreviewAsync(
            SyncBench.Id, new MappingDraft { Entity = "Customer", Rows = [Town, new() { DataField = "POINTS", Fields = ["Town"] }, FirstName, Town with { Fields = ["FirstName"] }, new() { DataField = "NONE", Fields = ["Town"] }] }, SyncBench.Cancel);

        Assert.Equal([1, 3, 4], preview.RowProblems.Select(static row => row.Row));
        Assert.Contains("is Numeric", preview.RowProblems[0].Problem, StringComparison.Ordinal);
        Assert.Contains("mapped twice", preview.RowProblems[1].Problem, StringComparison.Ordinal);
        Assert.Contains("does not exist", preview.RowProblems[2].Problem, StringComparison.Ordinal);
        Assert.Equal(preview.Problems.Order(StringComparer.Ordinal), preview.RowProblems.Select(static row => row.Problem).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task MP4_ANewRow_IsForetoldComparedAndSent_AndOneTakenOutCostsNothing()
    {
        var (bench, shop) = await StartAsync([FirstName]);
        await using var _ = bench;
        var service = Service(bench);
        var draft = new MappingDraft { Entity = "Customer", Rows = [FirstName, Town] };

        var preview = await service.PreviewAsync(SyncBench.Id, draft, SyncBench.Cancel);
        var saved = await service.SaveAsync(SyncBench.Id, draft, SyncBench.Cancel);
        await bench.RunUntilQuietAsync();

        Assert.Empty(preview.Problems);
        Assert.Equal((3L, "TOWN"), (preview.MembershipsToCompare, Assert.Single(preview.ChangedDataFields)));
        Assert.Equal("Town1", bench.Remote.Contact("c1@example.com")!.DataFields["TOWN"]);
        shop.ItemsRead.Clear();
        var without = draft with { Rows = [FirstName], Version = saved.Version };
        var second = await service.PreviewAsync(SyncBench.Id, without, SyncBench.Cancel);
        await service.SaveAsync(SyncBench.Id, without, SyncBench.Cancel);
        await bench.RunUntilQuietAsync();
        Assert.Equal((0L, "TOWN"), (second.MembershipsToCompare, Assert.Single(second.RemovedDataFields)));
        Assert.Empty(shop.ItemsRead);
        Assert.Equal("Town1", bench.Remote.Contact("c1@example.com")!.DataFields["TOWN"]);
    }

    [Fact]
    public async Task MP1_MP2_MP3_EveryProblemIsToldAtOnce_AndNothingIsStored()
    {
        var (bench, _) = await StartAsync([FirstName]);
        await using var __ = bench;
        var draft = new MappingDraft
        {
            Entity = "Customer",
            Rows =
            [
                Town, Town with { DataField = "town" },
                new() { DataField = "POINTS", Fields = ["FirstName", "Town"] },
                new() { DataField = "BIRTHDAY", Fields = ["FirstName"] },
                new() { DataField = "VIP", Fields = ["Nowhere"] },
                new() { DataField = "MISSING", Fields = ["Town"] },
                new() { DataField = "FULLNAME", Fields = ["FirstName", "Town"], IsTwoWay = true },
                new() { DataField = "LASTSUBSCRIBED", Fields = ["Birthday"] },
                new() { DataField = "EmailType", Fields = ["Town"] },
                new() { DataField = "LASTNAME", Fields = ["Town"], TimeZone = "Mars/Olympus" },
            ],
        };

        var preview = await Service(bench).PreviewAsync(SyncBench.Id, draft, SyncBench.Cancel);
        var refused = await Assert.ThrowsAsync<MappingException>(() => Service(bench).SaveAsync(SyncBench.Id, draft, SyncBench.Cancel));

        Assert.Equal(9, refused.Problems.Count);
        Assert.Equal(refused.Problems, preview.Problems);
        Assert.Equal("Customer", refused.Entity);
        Assert.Empty(await bench.ReadAsync(unit => unit.Mappings.GetAllAsync(SyncBench.Cancel)));
    }

    [Fact]
    public async Task MP9_ADraftOfAnOldVersion_IsRefused_AndOtherNodesNoticeWithin30Seconds()
    {
        var (bench, _) = await StartAsync([FirstName]);
        await using var __ = bench;
        using var otherNode = new TrackedFields(
            bench.Services.GetRequiredService<MarketingListCatalogue>(), [], bench.Store, bench.Emulator.Clock, bench.Services.GetRequiredService<Microsoft.Extensions.Logging.ILogger<TrackedFields>>());
        var before = otherNode.All;
        Assert.Same(before, otherNode.All);

        await Service(bench).SaveAsync(SyncBench.Id, new MappingDraft { Entity = "Customer", Rows = [Town] }, SyncBench.Cancel);
        var late = await Assert.ThrowsAsync<MappingConflictException>(() => Service(bench).SaveAsync(SyncBench.Id, new MappingDraft { Entity = "Customer", Rows = [Points] }, SyncBench.Cancel));
        bench.Emulator.Clock.Advance(TimeSpan.FromSeconds(30));
        await otherNode.RefreshAsync(SyncBench.Cancel);

        Assert.Equal(1, late.Version);
        Assert.DoesNotContain(before, static field => field.Field == "Town");
        Assert.Contains(otherNode.All, static field => field is { Field: "Town", Account: { Value: "main" } });
        Assert.NotSame(before, otherNode.All);
        Assert.Contains(bench.Services.GetRequiredService<ITrackedFields>().Of("Customer"), static field => field.Field == "Town");
    }

    [Fact]
    public async Task MP9_AnotherNode_NoticesByItsOwnTimer_Within30Seconds()
    {
        var (bench, _) = await StartAsync([FirstName]);
        await using var __ = bench;
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        using var otherNode = new TrackedFields(
            bench.Services.GetRequiredService<MarketingListCatalogue>(), [], bench.Store, clock, bench.Services.GetRequiredService<Microsoft.Extensions.Logging.ILogger<TrackedFields>>());
        Assert.DoesNotContain(otherNode.All, static field => field.Field == "Town");
        await Service(bench).SaveAsync(SyncBench.Id, new MappingDraft { Entity = "Customer", Rows = [Town] }, SyncBench.Cancel);
        Assert.DoesNotContain(otherNode.All, static field => field.Field == "Town");

        clock.Advance(TimeSpan.FromSeconds(30));

        // The timer's own read is under way: nobody but it reads the mappings here.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!otherNode.All.Any(static field => field is { Field: "Town", Account.Value: "main" }))
        {
            Assert.False(limit.IsCancellationRequested, "The timer fired, and the other node still tracks what the former mapping had.");
            await Task.Delay(10, SyncBench.Cancel);
        }
    }

    [Fact]
    public async Task MP3_OnlyAnOwnWritableRealField_CanBeTwoWay()
    {
        var shop = new Shop();
        var list = shop.AsList("customers", "Customers", [FirstName]);
        await using var bench = await SyncBench.StartAsync(
            [list with { Fields = [.. list.Fields, new("Tier", typeof(string)) { IsWritable = false }, new("Total", typeof(decimal), IsComputed: true), new("Address.Town", typeof(string))] }]);
        await bench.RunUntilQuietAsync();
        MappingRow[] rows =
        [
            new() { DataField = "TOWN", Fields = ["Tier"], IsTwoWay = true }, new() { DataField = "POINTS", Fields = ["Total"], IsTwoWay = true },
            new() { DataField = "LASTNAME", Fields = ["Address.Town"], IsTwoWay = true }, new() { DataField = "FULLNAME", Fields = ["FirstName", "Town"], IsTwoWay = true },
        ];

        var refused = await Assert.ThrowsAsync<MappingException>(() => Service(bench).SaveAsync(SyncBench.Id, new MappingDraft { Entity = "Customer", Rows = rows }, SyncBench.Cancel));

        Assert.Equal(4, refused.Problems.Count(static problem => problem.Contains("cannot be two-way", StringComparison.Ordinal)));
        await Service(bench).SaveAsync(SyncBench.Id, new MappingDraft { Entity = "Customer", Rows = [.. rows.Select(static row => row with { IsTwoWay = false })] }, SyncBench.Cancel);
    }

    [Fact]
    public async Task MP5_TheDefaultMapping_ReExportsNobody_AndLeavesAStoredOneAlone()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        var list = shop.AsList("customers", "Customers", mapping: []) with { Fields = [new("FirstName", typeof(string)), new("LastName", typeof(string)), new("Town", typeof(string))] };
        await using var bench = await SyncBench.StartAsync([list with { Source = _ => new Renamed(shop) }]);
        await bench.RunUntilQuietAsync();
        var given = await Service(bench).GetAsync(SyncBench.Id, "Customer", SyncBench.Cancel);
        await Service(bench).RemoveAsync(SyncBench.Id, "Customer", given.Version, SyncBench.Cancel);
        await bench.RunUntilQuietAsync();
        var imports = bench.Remote.Imports.Count;
        shop["000001"] = shop["000001"] with { Town = "Untracked" };
        await ForgetDataFieldsReadAsync(bench);

        await SyncBench.SucceedAsync(bench.CycleAsync(new() { Force = true }));
        await bench.RunUntilQuietAsync();
        Assert.Equal(MappingSource.Stored, (await Service(bench).GetAsync(SyncBench.Id, "Customer", SyncBench.Cancel)).Source);
        Assert.Equal(imports, bench.Remote.Imports.Count);

        var stored = await Service(bench).GetAsync(SyncBench.Id, "Customer", SyncBench.Cancel);
        await Service(bench).SaveAsync(SyncBench.Id, new MappingDraft { Entity = "Customer", Rows = [Town], Version = stored.Version }, SyncBench.Cancel);
        await ForgetDataFieldsReadAsync(bench);
        await SyncBench.SucceedAsync(bench.CycleAsync(new() { Force = true }));
        Assert.Equal("TOWN", Assert.Single((await Service(bench).GetAsync(SyncBench.Id, "Customer", SyncBench.Cancel)).Rows).DataField);
    }

    [Theory]
    [InlineData("POINTS", "FirstName", "Town", "several fields can only go into a String")]
    [InlineData("VIP", "IsVip", "Points", "several fields can only go into a String")]
    [InlineData("BIRTHDAY", "FirstName", null, "is Date, and 'FirstName' is a String")]
    [InlineData("BIRTHDAY", "Points", null, "is Date, and 'Points' is a Decimal")]
    [InlineData("VIP", "Points", null, "is Boolean, and 'Points' is a Decimal")]
    [InlineData("POINTS", "Birthday", null, "is Numeric, and 'Birthday' is a DateOnly")]
    public async Task MP2_FieldsThatDoNotFitTheirDataField_AreRefused_AndTheEarlierMappingStays(string dataField, string field, string? second, string problem)
    {
        var (bench, _) = await StartAsync([FirstName]);
        await using var __ = bench;
        var draft = new MappingDraft { Entity = "Customer", Rows = [new() { DataField = dataField, Fields = second is null ? [field] : [field, second] }] };

        var refused = await Assert.ThrowsAsync<MappingException>(() => Service(bench).SaveAsync(SyncBench.Id, draft, SyncBench.Cancel));

        Assert.Contains(problem, Assert.Single(refused.Problems), StringComparison.Ordinal);
        Assert.Equal(MappingSource.Code, (await Service(bench).GetAsync(SyncBench.Id, "Customer", SyncBench.Cancel)).Source);
    }

    [Fact]
    public async Task MP2_WhatFits_IsSent_AlsoNumbersAndSeveralFieldsIntoAString()
    {
        var (bench, shop) = await StartAsync([FirstName]);
        await using var _ = bench;
        IReadOnlyList<MappingRow> rows = [new() { DataField = "TOWN", Fields = ["Points", "FirstName"] }, Points];

        await Service(bench).SaveAsync(SyncBench.Id, new MappingDraft { Entity = "Customer", Rows = rows }, SyncBench.Cancel);
        await bench.RunUntilQuietAsync();

        var sent = bench.Remote.Contact("c1@example.com")!.DataFields;
        Assert.Equal(("1 First1", "1"), (sent["TOWN"]?.ToString(), sent["POINTS"]?.ToString()));
    }

    [Fact]
    public async Task MP9_AChangeThatAnotherNodeDidNotTrackYet_IsComparedOnceMore()
    {
        var (bench, shop) = await StartAsync([FirstName]);
        await using var _ = bench;
        await Service(bench).SaveAsync(SyncBench.Id, new MappingDraft { Entity = "Customer", Rows = [FirstName, Town] }, SyncBench.Cancel);
        await SyncBench.SucceedAsync(bench.CycleAsync());

        // Saved by a node that does not know yet that the town is tracked: nothing is recorded.
        shop["000001"] = shop["000001"] with { Town = "Late" };
        bench.Wait(10);
        await SyncBench.SucceedAsync(bench.StatusAsync());
        await bench.RunUntilQuietAsync();

        Assert.Equal("Late", bench.Remote.Contact("c1@example.com")!.DataFields["TOWN"]);
    }

    [Fact]
    public async Task DF1_AGoneDataField_TakesItsRowOut_AndTheReportSaysSo()
    {
        var (bench, shop) = await StartAsync([FirstName]);
        await using var _ = bench;
        await Service(bench).SaveAsync(SyncBench.Id, new MappingDraft { Entity = "Customer", Rows = [FirstName, Town] }, SyncBench.Cancel);
        await bench.RunUntilQuietAsync();
        bench.Remote.DeleteDataField("TOWN");
        shop["000001"] = shop["000001"] with { FirstName = "Eve" };
        await bench.ChangeAsync("000001");

        var report = await bench.CycleAsync(new() { Force = true });

        Assert.True(report.IsSuccess);
        Assert.Contains("'TOWN'", Assert.Single(report.Steps.Single(static step => step.Step == StepNames.SyncDataFields).Notes), StringComparison.Ordinal);
        await bench.RunUntilQuietAsync();
        Assert.Equal("Eve", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Equal("FIRSTNAME", Assert.Single(Assert.Single(await bench.ReadAsync(unit => unit.Mappings.GetAllAsync(SyncBench.Cancel))).Rows).DataField);
    }

    [Theory]
    [InlineData("en", "FIRSTNAME", "FULLNAME")]
    [InlineData("de", "VORNAME", "NAME")]
    [InlineData("nl", "VOORNAAM", "NAAM")]
    public async Task MP5_MP8_AnEntityWithoutAMapping_GetsItsNames_InTheAccountsLanguage(string locale, string firstName, string fullName)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        var list = shop.AsList("customers", "Customers", mapping: []) with { Fields = [new("first_name", typeof(string)), new("LastName", typeof(string)), new("Town", typeof(string))] };
        await using var bench = await SyncBench.StartAsync([list with { Source = _ => new Renamed(shop) }], locale: locale);

        await bench.RunUntilQuietAsync();

        var mapping = await Service(bench).GetAsync(SyncBench.Id, "Customer", SyncBench.Cancel);
        Assert.Equal(MappingSource.Stored, mapping.Source);
        Assert.Equal(3, mapping.Rows.Count);
        Assert.All(mapping.Rows, static row => Assert.False(row.IsTwoWay));
        var fields = bench.Remote.Contact("c1@example.com")!.DataFields;
        Assert.Equal(("First1", "First1 Town1"), (fields[firstName], fields[fullName]));
        await Service(bench).RemoveAsync(SyncBench.Id, "Customer", mapping.Version, SyncBench.Cancel);
        await bench.ImportAsync(new() { Force = true });
        Assert.Equal(MappingSource.Code, (await Service(bench).GetAsync(SyncBench.Id, "Customer", SyncBench.Cancel)).Source);
    }

    [Fact]
    public async Task MP8_ARowInCode_NamesASystemFieldInEnglish_AndIsBoundToTheAccountsOwn()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(1));
        await using var bench = await SyncBench.StartAsync([shop.AsList("customers", "Customers", [FirstName])], locale: "de");

        await bench.RunUntilQuietAsync();

        Assert.Equal("First1", bench.Remote.Contact("c1@example.com")!.DataFields["VORNAME"]);
    }

    [Fact]
    public async Task MP7_AStoredRow_LeavesABlankUnsent_WhereItSaysSo()
    {
        var (bench, shop) = await StartAsync([FirstName]);
        await using var _ = bench;
        await Service(bench).SaveAsync(
            SyncBench.Id, new MappingDraft { Entity = "Customer", Rows = [FirstName, Town with { WhenBlank = BlankAction.IsNotSent }] }, SyncBench.Cancel);
        await bench.RunUntilQuietAsync();
        shop["000001"] = shop["000001"] with { FirstName = null, Town = null };
        await bench.ChangeAsync("000001");

        await bench.RunUntilQuietAsync();

        var fields = bench.Remote.Contact("c1@example.com")!.DataFields;
        Assert.False(fields.ContainsKey("FIRSTNAME"));
        Assert.Equal("Town1", fields["TOWN"]);
    }

    [Fact]
    public async Task MP1_ABrokenStoredMapping_StopsItsOwnListsOnly_AndTheReportSaysWhy()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        var agents = new Shop();
        agents.Add(SyncBench.Customers(2).Select(static row => row with { Email = "agent-" + row.Email }));
        await using var bench = await SyncBench.StartAsync([shop.AsList("customers", "Customers"), agents.AsList("agents", "Agents") with { Entity = "Agent" }]);
        await using (var unit = await bench.Store.BeginAsync(SyncBench.Id, SyncBench.Cancel))
        {
            await unit.Mappings.SaveAsync(new MappingRecord { Entity = "Agent", Rows = [new() { DataField = "TOWN", Fields = ["Gone"] }], ChangedAt = bench.Emulator.Clock.GetUtcNow() }, SyncBench.Cancel);
            await unit.CommitAsync(SyncBench.Cancel);
        }

        var report = await bench.CycleAsync();
        bench.Wait(10);
        await bench.StatusAsync();

        var failed = Assert.Single(report.Failures);
        Assert.Equal((StepNames.PrepareContacts, "agents"), (failed.Step, failed.Scope));
        Assert.Contains("'TOWN'", Assert.IsType<MappingException>(failed.Exception).Message, StringComparison.Ordinal);
        Assert.Equal(2, bench.ReachableIn("Customers").Count);
        Assert.Single((await Service(bench).GetAsync(SyncBench.Id, "Agent", SyncBench.Cancel)).Problems);
    }

    private static IMappingService Service(SyncBench bench) => bench.Services.GetRequiredService<IMappingService>();

    /// <summary>As if the account's data fields had never been read.</summary>
    private static async Task ForgetDataFieldsReadAsync(SyncBench bench)
    {
        await using var unit = await bench.Store.BeginAsync(SyncBench.Id, SyncBench.Cancel);
        await unit.Watermarks.DeleteAsync(StepNames.SyncDataFields, 0, SyncBench.Cancel);
        await unit.CommitAsync(SyncBench.Cancel);
    }

    private static async Task<(SyncBench Bench, Shop Shop)> StartAsync(IReadOnlyList<MappingRow> code)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        var bench = await SyncBench.StartAsync([shop.AsList("customers", "Customers", code)]);
        await bench.RunUntilQuietAsync();
        return (bench, shop);
    }

    /// <summary>The same shop, whose fields have other names.</summary>
    private sealed class Renamed(Shop shop) : IMarketingListSource
    {
        public IAsyncEnumerable<ListKey> ReadKeysAsync(CancellationToken cancellationToken) => shop.ReadKeysAsync(cancellationToken);

        public IAsyncEnumerable<ListItem> ReadItemsAsync(IReadOnlyCollection<string> itemIds, IReadOnlyList<string> fields, CancellationToken cancellationToken) =>
            shop.ReadItemsAsync(itemIds, [.. fields.Select(static field => field == "first_name" ? "FirstName" : "Town")], cancellationToken);
    }
}
