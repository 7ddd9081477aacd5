using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

public abstract class OutboxContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    [Fact]
    public async Task Add_GivesSequencesInTheOrderGiven()
    {
        var events = new[] { Event("a"), Event("b"), Event(string.Empty) with { Attempts = 1, NextAttemptAt = Noon, Error = "e" } };
        await WriteAsync(unit => unit.Outbox.AddAsync(events, Cancellation));

        Assert.Equal(
            [events[0] with { Sequence = 1 }, events[1] with { Sequence = 2 }, events[2] with { Sequence = 3 }],
            await DueAsync());
        Assert.Equal([2, 3], (await DueAsync(after: 1)).Select(item => item.Sequence));
        Assert.Equal([1], (await DueAsync(take: 1)).Select(item => item.Sequence));
    }

    [Fact]
    public async Task Sequences_AfterDeletes_AreNeverGivenTwice()
    {
        await WriteAsync(unit => unit.Outbox.AddAsync([Event("a")], Cancellation));
        await WriteAsync(unit => unit.Outbox.DeleteAsync([1, 99], Cancellation));
        Assert.Empty(await DueAsync());

        await WriteAsync(unit => unit.Outbox.AddAsync([Event("a")], Cancellation));

        Assert.Equal([2], (await DueAsync()).Select(item => item.Sequence));
    }

    [Fact]
    public async Task OP4_GetDue_HoldsBackWhatFollowsAWaitingEventOfTheSamePerson()
    {
        await WriteAsync(unit => unit.Outbox.AddAsync(
            [
                Event("p") with { NextAttemptAt = Noon.AddMinutes(1) }, Event("p"), Event("q"),
                Event(string.Empty) with { NextAttemptAt = Noon.AddMinutes(1) }, Event(string.Empty), Event("q") with { NextAttemptAt = Noon.AddMinutes(1) },
            ],
            Cancellation));

        Assert.Equal([3, 5], (await DueAsync()).Select(item => item.Sequence));
        Assert.Equal([1, 2, 3, 4, 5, 6], (await ReadAsync(unit => unit.Outbox.GetDueAsync(Noon.AddMinutes(1), 0, 10, Cancellation))).Select(item => item.Sequence));
    }

    [Fact]
    public async Task OP4_SetAside_LetsTheNextEventOfThePersonGo()
    {
        await WriteAsync(unit => unit.Outbox.AddAsync([Event("p") with { NextAttemptAt = Noon.AddMinutes(1) }, Event("p")], Cancellation));
        var first = (await ReadAsync(unit => unit.Outbox.GetDueAsync(Noon.AddDays(1), 0, 1, Cancellation))).Single();

        await WriteAsync(unit => unit.Outbox.SaveAsync([first with { SetAsideAt = Noon, Attempts = 9, Error = "no", Payload = "changed" }], Cancellation));

        Assert.Equal([2], (await DueAsync()).Select(item => item.Sequence));
        Assert.Equal((1, 1), await ReadAsync(unit => unit.Outbox.CountAsync(Cancellation)));
        await WriteAsync(unit => unit.Outbox.SaveAsync([first with { SetAsideAt = null, NextAttemptAt = null }], Cancellation));
        Assert.Equal("{}", (await DueAsync())[0].Payload);
    }

    [Fact]
    public async Task OP4_WhatIsSetAside_IsPaged_AndEventsAreFoundByIdAndByPerson()
    {
        var (one, two, three) = (Event("p"), Event("q") with { SetAsideAt = Noon }, Event("p") with { SetAsideAt = Noon });
        await WriteAsync(unit => unit.Outbox.AddAsync([one, two, three], Cancellation));

        Assert.Equal([2, 3], (await ReadAsync(unit => unit.Outbox.PageSetAsideAsync(0, 10, Cancellation))).Select(static item => item.Sequence));
        Assert.Equal([3], (await ReadAsync(unit => unit.Outbox.PageSetAsideAsync(2, 10, Cancellation))).Select(static item => item.Sequence));
        Assert.Equal([2], (await ReadAsync(unit => unit.Outbox.PageSetAsideAsync(0, 1, Cancellation))).Select(static item => item.Sequence));
        Assert.Equal([1, 3], (await ReadAsync(unit => unit.Outbox.FindByOrderKeyAsync("p", Cancellation))).Select(static item => item.Sequence));
        Assert.Equal(two with { Sequence = 2 }, await ReadAsync(unit => unit.Outbox.FindAsync(two.EventId, Cancellation)));
        Assert.Null(await ReadAsync(unit => unit.Outbox.FindAsync(two.EventId, Cancellation), OtherAccount));
    }

    [Fact]
    public async Task EventsOfAKind_ArePaged_SetAsideOrNot()
    {
        var (one, two, three) = (Event("p") with { Kind = "Special" }, Event("q"), Event("p") with { Kind = "Special", SetAsideAt = Noon });
        await WriteAsync(unit => unit.Outbox.AddAsync([one, two, three], Cancellation));

        var first = Assert.Single(await ReadAsync(unit => unit.Outbox.PageByKindAsync("Special", 0, 1, Cancellation)));
        var second = Assert.Single(await ReadAsync(unit => unit.Outbox.PageByKindAsync("Special", first.Sequence, 10, Cancellation)));

        Assert.Equal((one.EventId, three.EventId), (first.EventId, second.EventId));
        Assert.Empty(await ReadAsync(unit => unit.Outbox.PageByKindAsync("Special", second.Sequence, 10, Cancellation)));
        Assert.Empty(await ReadAsync(unit => unit.Outbox.PageByKindAsync("special", 0, 10, Cancellation)));
        Assert.Empty(await ReadAsync(unit => unit.Outbox.PageByKindAsync("Special", 0, 10, Cancellation), OtherAccount));
    }

    [Fact]
    public async Task Save_OfAnEventDeliveredMeanwhile_DoesNotBringItBack()
    {
        await WriteAsync(unit => unit.Outbox.SaveAsync([Event("p") with { Sequence = 5 }], Cancellation));

        Assert.Equal((0, 0), await ReadAsync(unit => unit.Outbox.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Add_OfAnEventIdThatIsThere_IsRefused()
    {
        var item = Event("p");
        await WriteAsync(unit => unit.Outbox.AddAsync([item], Cancellation));

        await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(unit => unit.Outbox.AddAsync([item], Cancellation)));
    }

    [Fact]
    public async Task DeleteSetAside_TakesAtMostSoMany_OfTheOldOnes()
    {
        await WriteAsync(unit => unit.Outbox.AddAsync(
            [
                Event("a"), Event("b") with { SetAsideAt = Noon }, Event("c") with { SetAsideAt = Noon }, Event("d") with { SetAsideAt = Noon.AddDays(2) },
            ],
            Cancellation));

        var deleted = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            await WriteAsync(async unit => deleted.Add(await unit.Outbox.DeleteSetAsideAsync(Noon.AddDays(1), 1, Cancellation)));
        }

        Assert.Equal([1, 1, 0], deleted);
        Assert.Equal((1L, 1L), await ReadAsync(unit => unit.Outbox.CountAsync(Cancellation)));
    }

    private static OutboxRecord Event(string orderKey) =>
        new() { EventId = Guid.NewGuid(), Kind = "ContactOptedOut", OrderKey = orderKey, Payload = "{}", CreatedAt = Noon };

    private Task<IReadOnlyList<OutboxRecord>> DueAsync(long after = 0, int take = 10) => ReadAsync(unit => unit.Outbox.GetDueAsync(Noon, after, take, Cancellation));
}
