using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.TwoWay.Entities;

/// <summary>Contacts whom a host with EF Core does not have become its entities, once (rule IM-5).</summary>
public sealed class EntityCreationTests
{
    private const string New = "new@example.com";

    [Fact]
    public async Task IM5_AContactWithNoItem_BecomesAnEntity_CameFromRemoteUntilItIsInTheList_AndIsSentNowhere()
    {
        await using var host = await PeopleHost.StartAsync(initialize: static (person, _) => person.IsActive = false);
        Add(host, New, "Paris", "12");

        await SyncBench.SucceedAsync(host.Bench.CycleAsync());
        var created = await host.FindAsync(New);
        await host.Bench.ProcessChangesAsync();
        await host.Bench.RunUntilQuietAsync();

        Assert.Equal(("Nina", "Paris", 12), (created.FirstName, created.Town, created.Points));
        var outside = (await host.Bench.MembershipAsync(New))!;
        Assert.Equal((IdOf(created), true, MembershipState.Clean), (outside.ItemId, outside.CameFromRemote, outside.State));

        await host.EditAsync(New, static person => person.IsActive = true);
        await host.Bench.RunUntilQuietAsync();

        var inside = (await host.Bench.MembershipAsync(New))!;
        Assert.Equal((IdOf(created), false, MembershipState.Clean), (inside.ItemId, inside.CameFromRemote, inside.State));
        Assert.Equal((3, 0), (await host.CountAsync(), host.Imports()));
        Assert.Contains(New, host.Bench.ReachableIn());
    }

    [Fact]
    public async Task IM5_OneThatTheDatabaseRefuses_IsTold_AndTheOthersAreMade_ItselfOnceItCan()
    {
        await using var host = await PeopleHost.StartAsync();
        Add(host, "first@example.com", "Paris", "1");
        Add(host, New, "Paris", "1001");
        Add(host, "last@example.com", "Paris", "3");

        var report = await host.Bench.CycleAsync();

        var step = report.Steps.Single(static step => step.Step == StepNames.CreateItems);
        Assert.Equal((2, 1), (step.Added, step.SetAside));
        Assert.DoesNotContain(New, step.Error, StringComparison.Ordinal);
        Assert.Equal(4, await host.CountAsync());

        host.Bench.Remote.SetDataField(New, "POINTS", "1000");
        host.Bench.Wait(120);
        await host.Bench.RunUntilQuietAsync();

        Assert.Equal((5, 1000), (await host.CountAsync(), (await host.FindAsync(New)).Points));
        Assert.Equal(0, host.Imports());
    }

    [Fact]
    public async Task IM5_WhoIsInTheDatabaseOutsideTheList_InAnotherCase_IsNotMadeAgain()
    {
        await using var host = await PeopleHost.StartAsync();
        await host.ChangeAsync(static context => context.Add(new Person { Email = "New@Example.com", FirstName = "Nina", IsActive = false }));
        Add(host, New, "Paris", "1");

        await host.Bench.RunUntilQuietAsync();

        Assert.Equal((3, 0), (await host.CountAsync(), host.Imports()));
        Assert.True((await host.Bench.MembershipAsync(New))!.CameFromRemote);
    }

    private static void Add(PeopleHost host, string email, string town, string points)
    {
        host.Bench.Remote.AddContact(
            email, [host.Bench.Book()], new Dictionary<string, string?>(StringComparer.Ordinal) { ["FIRSTNAME"] = "Nina", ["TOWN"] = town, ["POINTS"] = points });
        host.Bench.Wait(5);
    }

    private static string IdOf(Person person) => person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
