using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

public abstract class ListItemContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    private const string List = "newsletter";

    [Fact]
    public async Task Save_AnOptOut_ReadsBackAndReplaces()
    {
        var item = Item("i1") with { IsUndeliverable = true, IsTold = true, Origin = OptOutOrigin.Dotdigital };
        await WriteAsync(unit => unit.ListItems.SaveAsync([Item("i1"), Item("i2")], Cancellation));
        await WriteAsync(unit => unit.ListItems.SaveAsync([item], Cancellation));

        Assert.Equal([item], await ReadAsync(unit => unit.ListItems.FindAsync(List, ["i1", "missing"], Cancellation)));
        Assert.Empty(await ReadAsync(unit => unit.ListItems.FindAsync("another", ["i1"], Cancellation)));
    }

    [Fact]
    public async Task Page_ByCursor_IsInUtf8ByteOrder()
    {
        string[] ordered = ["B", "a", "\uff5e", "\U0001F600"];
        await WriteAsync(unit => unit.ListItems.SaveAsync([.. ordered.Reverse().Select(Item)], Cancellation));

        Assert.Equal(ordered[..2], (await ReadAsync(unit => unit.ListItems.PageAsync(List, null, 2, Cancellation))).Select(item => item.ItemId));
        Assert.Equal(ordered[2..], (await ReadAsync(unit => unit.ListItems.PageAsync(List, "a", 10, Cancellation))).Select(item => item.ItemId));
        Assert.Empty(await ReadAsync(unit => unit.ListItems.PageAsync(List, ordered[3], 10, Cancellation)));
    }

    [Fact]
    public async Task OP3_PageUntold_GivesTheHostsOptOutsNotYetTold()
    {
        await WriteAsync(unit => unit.ListItems.SaveAsync(
            [Item("i3"), Item("i1"), Item("i2") with { IsTold = true }, Item("i4") with { Origin = OptOutOrigin.Dotdigital }, Item("i5") with { ListName = "another" }],
            Cancellation));

        Assert.Equal(["i1", "i3"], (await ReadAsync(unit => unit.ListItems.PageUntoldAsync(List, null, 10, Cancellation))).Select(item => item.ItemId));
        Assert.Equal(["i3"], (await ReadAsync(unit => unit.ListItems.PageUntoldAsync(List, "i1", 10, Cancellation))).Select(item => item.ItemId));
    }

    [Fact]
    public async Task EX3b_FindByEmail_GivesTheOptOutsOfAnAddressInEveryList()
    {
        await WriteAsync(unit => unit.ListItems.SaveAsync(
            [Item("i1"), Item("i2") with { ListName = "another" }, Item("i3") with { Email = Email("b@x.com") }], Cancellation));

        Assert.Equal(
            ["i1", "i2"],
            (await ReadAsync(unit => unit.ListItems.FindByEmailAsync([Email("a@x.com"), Email("missing@x.com")], Cancellation))).Select(item => item.ItemId).Order(StringComparer.Ordinal));
        Assert.Empty(await ReadAsync(unit => unit.ListItems.FindByEmailAsync([], Cancellation)));
    }

    [Fact]
    public async Task OP4_Delete_ForgetsTheOptOut()
    {
        await WriteAsync(unit => unit.ListItems.SaveAsync([Item("i1"), Item("i2"), Item("i1") with { ListName = "another" }], Cancellation));
        await WriteAsync(unit => unit.ListItems.DeleteAsync(List, ["i1", "missing"], Cancellation));

        Assert.Equal([Item("i2")], await ReadAsync(unit => unit.ListItems.PageAsync(List, null, 10, Cancellation)));
        Assert.Single(await ReadAsync(unit => unit.ListItems.PageAsync("another", null, 10, Cancellation)));
    }

    [Fact]
    public async Task SaveSetAside_ForTheSameReason_KeepsItsInstant()
    {
        await WriteAsync(unit => unit.ListItems.SaveSetAsideAsync([SetAside("i1", "NoEmail", 1, Noon), SetAside("i2", "NoEmail", 1, Noon)], Cancellation));
        await WriteAsync(unit => unit.ListItems.SaveSetAsideAsync(
            [SetAside("i1", "NoEmail", 2, Noon.AddDays(1)) with { Detail = "new" }, SetAside("i2", "Refused", 2, Noon.AddDays(1))],
            Cancellation));

        Assert.Equal(
            [SetAside("i1", "NoEmail", 2, Noon) with { Detail = "new" }, SetAside("i2", "Refused", 2, Noon.AddDays(1))],
            await ReadAsync(unit => unit.ListItems.PageSetAsideAsync(List, null, 10, Cancellation)));
    }

    [Fact]
    public async Task ForgetSetAside_ForgetsWhatTheLastPassDidNotSee()
    {
        await WriteAsync(unit => unit.ListItems.SaveSetAsideAsync(
            [SetAside("i1", "x", 1, Noon), SetAside("i2", "x", 2, Noon), SetAside("i3", "x", 3, Noon), SetAside("i1", "x", 1, Noon) with { ListName = "another" }],
            Cancellation));
        await WriteAsync(unit => unit.ListItems.ForgetSetAsideAsync(List, 2, Cancellation));

        Assert.Equal(["i2", "i3"], (await ReadAsync(unit => unit.ListItems.PageSetAsideAsync(List, null, 10, Cancellation))).Select(item => item.ItemId));
        Assert.Equal(["i3"], (await ReadAsync(unit => unit.ListItems.PageSetAsideAsync(List, "i2", 10, Cancellation))).Select(item => item.ItemId));
        Assert.Single(await ReadAsync(unit => unit.ListItems.PageSetAsideAsync("another", null, 10, Cancellation)));
    }

    [Fact]
    public async Task PR1_AForgottenAddress_LeavesTheItemsMark_UntilItsOwnerComesBack()
    {
        var hash = new string('A', 64);
        var mark = Item("i1") with { Email = null, ForgottenAs = hash, IsTold = true };
        await WriteAsync(unit => unit.ListItems.SaveAsync([mark, Item("i2") with { Email = null, ForgottenAs = new string('B', 64) }, Item("i3")], Cancellation));

        Assert.Equal([mark], await ReadAsync(unit => unit.ListItems.FindAsync(List, ["i1"], Cancellation)));
        Assert.Equal(["i3"], (await ReadAsync(unit => unit.ListItems.FindByEmailAsync([Email("a@x.com")], Cancellation))).Select(static item => item.ItemId));
        await WriteAsync(unit => unit.ListItems.DeleteForgottenAsync(hash, Cancellation));
        Assert.Equal(["i2", "i3"], (await ReadAsync(unit => unit.ListItems.PageAsync(List, null, 10, Cancellation))).Select(static item => item.ItemId));
    }

    private static ListItemRecord Item(string itemId) =>
        new() { ListName = List, ItemId = itemId, Email = Email("a@x.com"), Origin = OptOutOrigin.Host, Reason = "asked", At = Noon };

    private static SetAsideRecord SetAside(string itemId, string reason, long pass, DateTimeOffset at) =>
        new() { ListName = List, ItemId = itemId, Reason = reason, Detail = "d", Pass = pass, At = at };
}
