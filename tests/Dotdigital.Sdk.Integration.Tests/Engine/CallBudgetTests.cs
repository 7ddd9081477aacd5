using Dotdigital.Sdk.Integration.Diagnostics;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Engine;

/// <summary>The calls of a cycle, held to the table of docs/performance.md: they are what the account's rate limits are spent on.</summary>
public sealed class CallBudgetTests
{
    private Shop _shop = null!;

    [Theory]
    [InlineData(40, 1, 0)]
    [InlineData(1_500, 1, 0)]
    [InlineData(1_500, 1, 12)]
    [InlineData(1_500, 10, 0)]
    public async Task QuietCycle_CostsAFewCallsAndOneABook_WhateverTheContactsAndOldCampaigns(int people, int books, int oldCampaigns)
    {
        await using var bench = await StartAsync(people, books);
        await bench.SettleAsync();
        for (var i = 0; i < oldCampaigns; i++)
        {
            bench.Remote.SendCampaign(bench.Remote.CreateCampaign($"Old {i}"), bench.Book("Book 0"));
        }

        bench.Emulator.Clock.Advance(TimeSpan.FromDays(40));
        await bench.RunUntilQuietAsync();
        bench.Wait(10);

        var quiet = CallsOf(await bench.CycleAsync());

        var expected = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            [StepNames.ReadSuppressions] = 1,
            [StepNames.ReadBookOptOuts] = books,
            [StepNames.ImportAddressBooks] = 2,
            [StepNames.ImportContacts] = 1,
        };
        if (oldCampaigns > 0)
        {
            // One call asks which of them had any activity.
            expected[StepNames.FindActiveCampaigns] = 1;
        }

        Assert.Equal(expected, quiet);
    }

    [Fact]
    public async Task FirstSync_CostsOneCallAFile_OneAPage_AndAFewABook()
    {
        const int books = 3, people = 1_500;
        await using var bench = await StartAsync(people, books);

        var first = CallsOf(await bench.CycleAsync());
        bench.Wait(10);
        var status = CallsOf(await bench.StatusAsync());
        bench.Wait(10);
        var readBack = CallsOf(await bench.CycleAsync());

        Assert.Equal(
            new Dictionary<string, int>(StringComparer.Ordinal)
            {
                [StepNames.ReadSuppressions] = 1,
                [StepNames.SyncDataFields] = 1,
                [StepNames.ImportAddressBooks] = 2,
                [StepNames.ConnectDeclaredLists] = 2 + books,
                [StepNames.ReadBookOptOuts] = books,
                [StepNames.ImportCampaigns] = books,
                [StepNames.ImportContacts] = 1,
                [StepNames.SendContacts] = books,
            },
            first);
        Assert.Equal(new Dictionary<string, int>(StringComparer.Ordinal) { [StepNames.CheckBatches] = 2 * books }, status);
        Assert.Equal(1, readBack[StepNames.ImportContacts]);
        Assert.DoesNotContain(StepNames.SendContacts, readBack.Keys);
    }

    [Fact]
    public async Task AFewChanges_CostOneFileAndItsStatus()
    {
        await using var bench = await StartAsync(1_500, 1);
        await bench.SettleAsync();
        await bench.RunUntilQuietAsync();
        string[] changed = [.. _shop.Rows.Select(static row => row.Id).Order(StringComparer.Ordinal).Take(30)];
        foreach (var id in changed)
        {
            _shop[id] = _shop[id] with { Points = 5_000 };
        }

        await bench.ChangeAsync(changed);
        bench.Wait(10);

        var calls = CallsOf(await bench.CycleAsync());
        bench.Wait(10);
        var status = CallsOf(await bench.StatusAsync());

        Assert.Equal((1, 2), (calls[StepNames.SendContacts], status[StepNames.CheckBatches]));
        Assert.Equal(6, calls.Values.Sum());
    }

    private static Dictionary<string, int> CallsOf(SyncReport report)
    {
        Assert.Empty(report.Failures.Select(static step => $"{step.Step}: {step.Error}"));
        return report.Steps.Where(static step => step.Calls > 0).GroupBy(static step => step.Step, StringComparer.Ordinal).ToDictionary(static step => step.Key, static step => step.Sum(static one => one.Calls), StringComparer.Ordinal);
    }

    /// <summary>People spread evenly over as many lists as books.</summary>
    private async Task<SyncBench> StartAsync(int people, int books)
    {
        var shops = Enumerable.Range(0, books).Select(static _ => new Shop()).ToList();
        foreach (var (row, i) in SyncBench.Customers(people).Select(static (row, i) => (row, i)))
        {
            shops[i % books].Add(row);
        }

        _shop = shops[0];
        return await SyncBench.StartAsync([.. shops.Select(static (shop, i) => shop.AsList($"list {i}", $"Book {i}"))]);
    }
}
