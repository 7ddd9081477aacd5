using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Dotdigital.Sdk.Integration.Tests.TwoWay.Entities.PeopleHost;

namespace Dotdigital.Sdk.Integration.Tests.TwoWay.Entities;

/// <summary>What is changed in Dotdigital reaches the entities of a host with EF Core, as it declares them, and comes back to nobody (rules IM-4, W-3, MP-3).</summary>
public sealed class EntityTwoWayTests
{
    [Fact]
    public async Task IM4_W3_AChangeInDotdigital_IsInTheEntityAfterTheCycle_AndIsNotExportedBack()
    {
        await using var host = await StartAsync();
        host.Bench.Remote.SetDataField(Bob, "TOWN", "Paris");
        host.Bench.Remote.SetDataField(Bob, "POINTS", "12");

        await SyncBench.SucceedAsync(host.Bench.CycleAsync());
        var bob = await host.FindAsync(Bob);
        var tracked = await host.Bench.ProcessChangesAsync();
        await host.Bench.RunUntilQuietAsync();

        Assert.Equal(("Bob", "Paris", 12), (bob.FirstName, bob.Town, bob.Points));
        Assert.NotEmpty(tracked);
        Assert.Equal(0, host.Imports());
        Assert.Equal(("Ann", "York", 1), await NamesAsync(host, Ann));
    }

    [Fact]
    public async Task IM4_AChangeInTheHost_GoesOut_AlsoThroughARelation_AndNothingComesBack()
    {
        await using var host = await StartAsync();

        await host.EditAsync(Ann, static ann => (ann.Town, ann.Points) = ("Berlin", null));
        await host.ChangeAsync(static context => context.Set<Branch>().Single().Name = "South");
        await host.Bench.ProcessChangesAsync();
        await host.Bench.RunUntilQuietAsync();

        Assert.Equal(("Berlin", null, "South"), (host.Remote(Ann, "TOWN"), host.Remote(Ann, "POINTS"), host.Remote(Ann, "LASTNAME")));
        Assert.Equal("Ann Berlin", host.Remote(Ann, "FULLNAME"));
        Assert.Equal(("Ann", "Berlin", null), await NamesAsync(host, Ann));
        Assert.Empty(host.Bench.Remote.Violations);
    }

    [Theory]
    [InlineData(TwoWayConflicts.DotdigitalWins, "Paris")]
    [InlineData(TwoWayConflicts.HostWins, "Berlin")]
    public async Task IM4_BothSidesChanged_OneWinsOnBothSides_FieldByField(TwoWayConflicts conflicts, string expected)
    {
        await using var host = await StartAsync(conflicts);
        host.Bench.Remote.SetDataField(Bob, "TOWN", "Paris");
        host.Bench.Remote.SetDataField(Bob, "POINTS", "500");
        await host.EditAsync(Bob, static bob => (bob.Town, bob.FirstName) = ("Berlin", "Robert"));

        var report = await host.Bench.CycleAsync();
        await host.Bench.ProcessChangesAsync();
        await host.Bench.RunUntilQuietAsync();

        Assert.Equal(1, report.Steps.Where(static step => step.Step == StepNames.WriteFields).Sum(static step => step.Conflicts));
        Assert.Equal(("Robert", expected, 500), await NamesAsync(host, Bob));
        Assert.Equal(("Robert", expected, 500m), (host.Remote(Bob, "FIRSTNAME"), host.Remote(Bob, "TOWN"), host.Remote(Bob, "POINTS")));
    }

    [Fact]
    public async Task IM4_TheWrite_IsTrackedLikeAnyOther_AndReachesTheCompositeOfAnotherList()
    {
        await using var host = await StartAsync();
        host.Bench.Remote.SetDataField(Ann, "TOWN", "Paris");

        await SyncBench.SucceedAsync(host.Bench.CycleAsync());
        var changes = await host.Bench.Services.GetRequiredService<IFieldChangeLog>().ReadAsync(0, 10, SyncBench.Cancel);
        await host.Bench.ProcessChangesAsync();
        await host.Bench.RunUntilQuietAsync();

        Assert.Equal([(nameof(Person), $"{(await host.FindAsync(Ann)).Id}")], changes.Select(static change => (change.RootEntity, change.Key)));
        Assert.Equal("Ann Paris", host.Remote(Ann, "FULLNAME"));
        Assert.Equal("Paris", host.Remote(Ann, "TOWN"));
        Assert.Equal(1, host.Imports());
    }

    [Fact]
    public async Task IM4_AnEntityThatRefuses_IsToldWithoutItsAddress_AndTheOthersAreWritten_ItselfOnceItCan()
    {
        await using var host = await StartAsync();
        await host.ChangeAsync(static context => context.Add(new Person { Email = "cid@example.com", FirstName = "Cid" }));
        await host.Bench.RunUntilQuietAsync();
        host.Bench.Remote.SetDataField(Ann, "FIRSTNAME", new string('A', 21));
        host.Bench.Remote.SetDataField(Bob, "POINTS", "1001");
        host.Bench.Remote.SetDataField("cid@example.com", "TOWN", "Paris");

        var report = await host.Bench.CycleAsync();

        var step = report.Steps.Single(static step => step.Step == StepNames.WriteFields);
        Assert.NotNull(step.Error);
        Assert.DoesNotContain("@example.com", step.Error, StringComparison.Ordinal);
        Assert.Equal(("Cid", "Paris", null), await NamesAsync(host, "cid@example.com"));
        Assert.Equal((("Ann", "York", 1), ("Bob", "Leeds", 2)), (await NamesAsync(host, Ann), await NamesAsync(host, Bob)));
        Assert.Equal(2, (await host.Bench.Services.GetRequiredService<IMarketingListStatusReader>().GetListStatusAsync(SyncBench.Id, "customers", SyncBench.Cancel))!.HostWritesRefused);

        host.Bench.Remote.SetDataField(Ann, "FIRSTNAME", "Anna");
        host.Bench.Remote.SetDataField(Bob, "POINTS", "1000");
        host.Bench.Wait(120);
        await host.Bench.RunUntilQuietAsync();

        Assert.Equal((("Anna", "York", 1), ("Bob", "Leeds", 1000)), (await NamesAsync(host, Ann), await NamesAsync(host, Bob)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task IM4_IM5_AKillAtAnyCommitOfTheCycle_LosesNoEdit_AndMakesNobodyTwice(bool afterCommit)
    {
        await using var host = await StartAsync();
        var bench = host.Bench;
        var survived = false;
        for (var n = afterCommit ? 1 : 2; !survived; n += 2)
        {
            bench.Remote.SetDataField(Bob, "TOWN", $"Town {n}");
            bench.Remote.AddContact($"new{n}@example.com", [bench.Book()], new Dictionary<string, string?>(StringComparer.Ordinal) { ["TOWN"] = "Nice" });
            bench.Wait(5);
            bench.Kills.At(n, afterCommit);
            survived = await Record.ExceptionAsync(() => bench.CycleAsync()) is not AccountLeaseLostException;
            await bench.RestartAsync();
            await bench.ProcessChangesAsync();
            await bench.RunUntilQuietAsync();

            Assert.True((await host.FindAsync(Bob)).Town == $"Town {n}" && Equals(host.Remote(Bob, "TOWN"), $"Town {n}"), $"Killed at commit {n}.");
            Assert.Equal("Nice", (await host.FindAsync($"new{n}@example.com")).Town);
            Assert.Equal((0, 0), await bench.ReadAsync(static unit => unit.HostWrites.CountAsync(1, SyncBench.Cancel)));
            Assert.True(n < 200, "The cycle never ends.");
        }

        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task MP3_AValueThroughARelation_CannotBeTwoWay_InCodeOrAtRunTime()
    {
        var inCode = Assert.Throws<MarketingListDefinitionException>(static () => new DotdigitalIntegrationBuilder(new ServiceCollection())
            .AddMarketingList<PeopleContext, Person>("customers", static list => list.Email(static p => p.Email).Map("LASTNAME", static p => p.Branch!.Name, twoWay: true)));
        Assert.Contains("cannot be two-way", Assert.Single(inCode.Mistakes), StringComparison.Ordinal);
        await using var host = await StartAsync();
        MappingRow row = new() { DataField = "LASTNAME", Fields = ["Branch.Name"] };
        var mappings = host.Bench.Services.GetRequiredService<IMappingService>();

        var refused = await Assert.ThrowsAsync<MappingException>(
            () => mappings.SaveAsync(SyncBench.Id, new MappingDraft { Entity = nameof(Person), Rows = [row with { IsTwoWay = true }] }, SyncBench.Cancel));

        Assert.Contains(refused.Problems, static problem => problem.Contains("'LASTNAME' cannot be two-way", StringComparison.Ordinal));
        await mappings.SaveAsync(SyncBench.Id, new MappingDraft { Entity = nameof(Person), Rows = [row] }, SyncBench.Cancel);
    }

    private static async Task<(string FirstName, string? Town, int? Points)> NamesAsync(PeopleHost host, string email)
    {
        var person = await host.FindAsync(email);
        return (person.FirstName, person.Town, person.Points);
    }
}
