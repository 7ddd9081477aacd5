using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.DataFields;

/// <summary>Data fields at the host's hand (rules DF-1 to DF-3).</summary>
public sealed class DataFieldServiceTests
{
    [Fact]
    public async Task DF2_DF3_ACreatedField_CanBeMapped_AndIsKeptWhileItIs()
    {
        await using var bench = await StartAsync();
        var service = bench.Services.GetRequiredService<IDataFieldService>();
        var created = await service.CreateAsync(SyncBench.Id, new NewDataField { Name = "CITY", Type = DataFieldType.String, Visibility = "Private", Notes = " For sales " }, SyncBench.Cancel);
        var mappings = bench.Services.GetRequiredService<IMappingService>();
        var saved = await mappings.SaveAsync(SyncBench.Id, new MappingDraft { Entity = "Customer", Rows = [new() { DataField = "city", Fields = ["Town"] }] }, SyncBench.Cancel);
        Assert.Equal(("For sales", "CITY"), (created.Notes, Assert.Single(saved.Rows).DataField));

        var inUse = await Assert.ThrowsAsync<DataFieldInUseException>(() => service.DeleteAsync(SyncBench.Id, "City", SyncBench.Cancel));
        await service.RefreshAsync(SyncBench.Id, SyncBench.Cancel);

        Assert.Equal([new DataFieldUse("Mapping", "Customer")], inUse.Uses);
        Assert.Equal("For sales", (await service.GetAllAsync(SyncBench.Id, SyncBench.Cancel)).Single(static field => field.Name == "CITY").Notes);
        await mappings.RemoveAsync(SyncBench.Id, "Customer", saved.Version, SyncBench.Cancel);
        await service.DeleteAsync(SyncBench.Id, "City", SyncBench.Cancel);
        await service.DeleteAsync(SyncBench.Id, "City", SyncBench.Cancel);
        Assert.DoesNotContain(await service.GetAllAsync(SyncBench.Id, SyncBench.Cancel), static field => field.Name == "CITY");
    }

    [Fact]
    public async Task DF3_WhatTheCodeOrDotdigitalUses_IsKept_WithWhatUsesIt()
    {
        await using var bench = await StartAsync();
        var service = bench.Services.GetRequiredService<IDataFieldService>();
        bench.Remote.CreateDataField("SIZE", Dotdigital.Sdk.Emulator.DataFields.DataFieldType.String);
        bench.Remote.AddDataFieldDependency("SIZE", "Campaign", 7);
        await service.RefreshAsync(SyncBench.Id, SyncBench.Cancel);

        Assert.Equal([new DataFieldUse("MarketingList", "customers")], await service.GetUsesAsync(SyncBench.Id, "town", SyncBench.Cancel));
        Assert.Empty(await service.GetUsesAsync(SyncBench.Id, "SIZE", SyncBench.Cancel));
        var byCode = await Assert.ThrowsAsync<DataFieldInUseException>(() => service.DeleteAsync(SyncBench.Id, "TOWN", SyncBench.Cancel));
        var byCampaign = await Assert.ThrowsAsync<DataFieldInUseException>(() => service.DeleteAsync(SyncBench.Id, "SIZE", SyncBench.Cancel));

        Assert.Equal([new DataFieldUse("MarketingList", "customers")], byCode.Uses);
        Assert.Equal([new DataFieldUse("Campaign", "7")], byCampaign.Uses);
        Assert.Contains(await service.GetAllAsync(SyncBench.Id, SyncBench.Cancel), static field => field.Name == "SIZE");
    }

    [Fact]
    public async Task DF3_ASystemField_IsNeverAskedToBeDeleted()
    {
        await using var bench = await StartAsync();
        var service = bench.Services.GetRequiredService<IDataFieldService>();
        bench.Remote.ClearRequests();

        await Assert.ThrowsAsync<DataFieldException>(() => service.DeleteAsync(SyncBench.Id, "Postcode", SyncBench.Cancel));

        Assert.Empty(bench.Remote.Requests);
        Assert.Equal(6, (await service.GetAllAsync(SyncBench.Id, SyncBench.Cancel)).Count(static field => field.IsSystem));
    }

    [Fact]
    public async Task DF1_ARefreshOfABusyAccount_IsMadeUpForInTheNextCycle()
    {
        await using var bench = await StartAsync();
        var service = bench.Services.GetRequiredService<IDataFieldService>();
        bench.Remote.CreateDataField("SIZE", Dotdigital.Sdk.Emulator.DataFields.DataFieldType.String);
        var lease = await bench.Store.Locks.TryAcquireAsync(SyncBench.Id, "another node", TimeSpan.FromHours(1), SyncBench.Cancel);

        Assert.True((await service.RefreshAsync(SyncBench.Id, SyncBench.Cancel)).WasBusy);
        await bench.Store.Locks.ReleaseAsync(lease!, SyncBench.Cancel);
        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Contains(await service.GetAllAsync(SyncBench.Id, SyncBench.Cancel), static field => field.Name == "SIZE");
    }

    private static async Task<SyncBench> StartAsync()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(1));
        var bench = await SyncBench.StartAsync(shop);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        return bench;
    }
}
