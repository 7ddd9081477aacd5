using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

/// <summary>Address books, connections, campaigns, data fields and watermarks.</summary>
public abstract class CatalogueContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    [Fact]
    public async Task AddressBooks_ReadBackById()
    {
        var book = new AddressBookRecord
        {
            Id = 2,
            Name = "News",
            Visibility = "Public",
            ContactCount = 4,
            DeletedAt = Noon,
            LastImportedAt = Noon.AddHours(1),
            LastExportedAt = Noon.AddHours(2),
            ExportStatus = "NotFinished",
        };
        await WriteAsync(unit => unit.AddressBooks.SaveAsync([new() { Id = 2, Name = "Old" }, new() { Id = 1, Name = "First" }], Cancellation));
        await WriteAsync(unit => unit.AddressBooks.SaveAsync([book], Cancellation));

        Assert.Equal([new() { Id = 1, Name = "First" }, book], await ReadAsync(unit => unit.AddressBooks.GetAllAsync(Cancellation)));
    }

    [Fact]
    public async Task Connections_GetIdsThatRiseAndReadBack()
    {
        var connection = new ConnectionRecord
        {
            Id = 0,
            ListName = "newsletter",
            AddressBookId = 10,
            CreateEntities = true,
            IsEnabled = false,
            ConnectedAt = Noon,
            DisconnectedAt = Noon.AddDays(1),
            OptOutAction = OptOutAction.RemoveFromAddressBook,
            MappingFingerprint = "f",
            LeaverAction = LeaverAction.LeaveInAddressBook,
            AddedMembers = AddedMembersState.Leaving,
            PendingRemoval = new PendingRemoval(7, 9, Noon.AddHours(2)),
            ConfirmedRemovals = 6,
            RecentRemovals = 5,
            RecentRemovalsSince = Noon.AddHours(3),
            RefreshRequested = true,
        };
        ConnectionRecord? first = null, second = null;
        await WriteAsync(async unit =>
        {
            first = await unit.Connections.SaveAsync(connection, Cancellation);
            second = await unit.Connections.SaveAsync(new() { Id = 0, ListName = "b", AddressBookId = 11, ConnectedAt = Noon }, Cancellation);
            await unit.Connections.SaveAsync(first with { ListName = "renamed" }, Cancellation);
        });

        Assert.Equal(connection with { Id = 1 }, first);
        Assert.Equal(2, second!.Id);
        Assert.Equal([first! with { ListName = "renamed" }, second], await ReadAsync(unit => unit.Connections.GetAllAsync(Cancellation)));
    }

    [Fact]
    public async Task Campaigns_ReadBackById()
    {
        var campaign = new CampaignRecord
        {
            Id = 2,
            Name = "Spring",
            Subject = "s",
            FromName = "f",
            FromAddress = "f@x.com",
            ReplyAction = "Webmail",
            ReplyToAddress = "r@x.com",
            IsSplitTest = true,
            Status = "Paused?",
            SentAt = Noon,
            AddressBookIds = [3, 9],
            DeletedAt = Noon,
            IsAnnounced = true,
            Summary = "{\"numOpens\":1}",
        };
        await WriteAsync(unit => unit.Campaigns.SaveAsync([campaign, new() { Id = 1, Name = "First" }], Cancellation));

        var read = await ReadAsync(unit => unit.Campaigns.GetAllAsync(Cancellation));

        Assert.Equal([1, 2], read.Select(item => item.Id));
        Assert.Empty(read[0].AddressBookIds);
        Assert.Equal([3, 9], read[1].AddressBookIds);
        Assert.Equal(campaign, read[1] with { AddressBookIds = campaign.AddressBookIds });
    }

    [Fact]
    public async Task DataFields_AreKeyedByNameIgnoringCase()
    {
        var field = new DataFieldRecord { Name = "Town", Type = DataFieldType.String, Visibility = "Private", DefaultValue = "x" };
        await WriteAsync(unit => unit.DataFields.SaveAsync([new() { Name = "TOWN", Type = DataFieldType.Unknown }, new() { Name = "age", Type = DataFieldType.Numeric }], Cancellation));
        await WriteAsync(unit => unit.DataFields.SaveAsync([field], Cancellation));
        Assert.Equal([new() { Name = "age", Type = DataFieldType.Numeric }, field], await ReadAsync(unit => unit.DataFields.GetAllAsync(Cancellation)));

        await WriteAsync(unit => unit.DataFields.DeleteAsync(["AGE", "missing"], Cancellation));
        Assert.Equal([field], await ReadAsync(unit => unit.DataFields.GetAllAsync(Cancellation)));
    }

    [Fact]
    public async Task DataFields_KeepTheSystemFlagAndNotes()
    {
        var field = new DataFieldRecord { Name = "TOWN", Type = DataFieldType.String, IsSystem = true, Notes = "Asked for by sales" };
        await WriteAsync(unit => unit.DataFields.SaveAsync([field], Cancellation));

        Assert.Equal([field], await ReadAsync(unit => unit.DataFields.GetAllAsync(Cancellation)));
    }

    [Fact]
    public async Task MP9_Mappings_ReadBackByEntity_AndEachChangeRaisesTheVersion()
    {
        var mapping = new MappingRecord
        {
            Entity = "Customer",
            Priority = 3,
            ChangedAt = Noon,
            Rows =
            [
                new() { DataField = "TOWN", Fields = ["Address.Town"], WhenBlank = BlankAction.IsNotSent, WhenOverlong = OverlongAction.IsCut, IsTwoWay = true, TimeZone = "Europe/London" },
                new() { DataField = "FULLNAME", Fields = ["FirstName", "LastName"] },
            ],
        };
        Assert.Equal(0, await ReadAsync(unit => unit.Mappings.GetVersionAsync(Cancellation)));
        MappingRecord? first = null, second = null;
        await WriteAsync(async unit =>
        {
            first = await unit.Mappings.SaveAsync(mapping, Cancellation);
            await unit.Mappings.SaveAsync(mapping with { Entity = "Agent", Rows = [], Priority = null }, Cancellation);
            second = await unit.Mappings.SaveAsync(first with { Priority = 4 }, Cancellation);
        });

        var read = await ReadAsync(unit => unit.Mappings.GetAllAsync(Cancellation));

        Assert.Equal((1, 3), (first!.Version, second!.Version));
        Assert.Equal(["Agent", "Customer"], read.Select(row => row.Entity));
        Assert.Equal((null, 4), (read[0].Priority, read[1].Priority));
        Assert.Equal((3, Noon), (read[1].Version, read[1].ChangedAt));
        Assert.Equal(mapping.Rows.Select(row => row with { Fields = [] }), read[1].Rows.Select(row => row with { Fields = [] }));
        Assert.Equal(["Address.Town", "FirstName", "LastName"], read[1].Rows.SelectMany(row => row.Fields));
        await WriteAsync(unit => unit.Mappings.DeleteAsync(["Agent", "missing"], Cancellation));
        Assert.Equal("Customer", Assert.Single(await ReadAsync(unit => unit.Mappings.GetAllAsync(Cancellation))).Entity);
        Assert.Equal(4, await ReadAsync(unit => unit.Mappings.GetVersionAsync(Cancellation)));
    }

    [Fact]
    public async Task MP9_Mappings_OfAllAccounts_AreReadAtOnce_AndTheirVersionRisesWithAnyOfThem()
    {
        var mapping = new MappingRecord { Entity = "Customer", Rows = [], ChangedAt = Noon };
        Assert.Equal(0, await Store.GetMappingsVersionAsync(Cancellation));
        await WriteAsync(unit => unit.Mappings.SaveAsync(mapping, Cancellation));
        var one = await Store.GetMappingsVersionAsync(Cancellation);
        await WriteAsync(unit => unit.Mappings.SaveAsync(mapping with { Entity = "Agent" }, Cancellation), OtherAccount);
        var two = await Store.GetMappingsVersionAsync(Cancellation);

        var all = await Store.GetMappingsAsync(Cancellation);
        Assert.True(0 < one && one < two);
        Assert.Equal("Customer", Assert.Single(all[Account]).Entity);
        Assert.Equal("Agent", Assert.Single(all[OtherAccount]).Entity);
        await WriteAsync(unit => unit.Mappings.DeleteAsync(["Agent"], Cancellation), OtherAccount);
        Assert.True(two < await Store.GetMappingsVersionAsync(Cancellation));
        Assert.Equal([Account], (await Store.GetMappingsAsync(Cancellation)).Keys);
    }

    [Fact]
    public async Task Mappings_DeletingNone_OnlyTakesTheTurnToWrite()
    {
        await WriteAsync(unit => unit.Mappings.DeleteAsync([], Cancellation));

        Assert.Equal(0, await ReadAsync(unit => unit.Mappings.GetVersionAsync(Cancellation)));
    }

    [Fact]
    public async Task W1_Watermarks_AreKeyedByStepAndScope()
    {
        var watermark = new WatermarkRecord { Step = "contacts", Scope = 4, At = Noon, Cursor = "c", BeganAt = Noon.AddMinutes(-1) };
        Assert.Equal(new WatermarkRecord { Step = "contacts", Scope = 4 }, await ReadAsync(unit => unit.Watermarks.GetAsync("contacts", 4, Cancellation)));

        await WriteAsync(unit => unit.Watermarks.SaveAsync(watermark, Cancellation));
        Assert.Equal(watermark, await ReadAsync(unit => unit.Watermarks.GetAsync("contacts", 4, Cancellation)));
        Assert.Null((await ReadAsync(unit => unit.Watermarks.GetAsync("contacts", 0, Cancellation))).At);

        await WriteAsync(unit => unit.Watermarks.DeleteAsync("contacts", 4, Cancellation));
        Assert.Null((await ReadAsync(unit => unit.Watermarks.GetAsync("contacts", 4, Cancellation))).At);
    }
}
