using Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Storage;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.StoreContract;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Tests;

/// <summary>Texts that PostgreSQL refuses must not block the rows beside them.</summary>
public sealed class StorableTextTests : ContractTests<PostgreSqlStoreFixture>
{
    [Fact]
    public void Of_ReplacesWhatHasNoPlaceInPostgreSql()
    {
        // No theory: half a pair does not survive in an attribute.
        foreach (var (text, expected) in new (string, string)[]
        {
            ("plain", "plain"), (string.Empty, string.Empty), ("a\0b\0", "a\uFFFDb\uFFFD"), ("\uD83D", "\uFFFD"), ("x\uDE00y", "x\uFFFDy"), ("\U0001F600", "\U0001F600"),
        })
        {
            Assert.Equal(expected, StorableText.Of(text));
        }
    }

    [Fact]
    public async Task EX3c_NamesAndErrorsWithNul_AreStoredBesideTheRest()
    {
        await WriteAsync(async unit =>
        {
            await unit.AddressBooks.SaveAsync([new() { Id = 1, Name = "bad\0name" }, new() { Id = 2, Name = "good" }], Cancellation);
            await unit.Memberships.SaveAsync([Member(1, "i1") with { LastFault = "half \uD83D" }, Member(2, "i2")], Cancellation);
        });

        Assert.Equal(["bad\uFFFDname", "good"], (await ReadAsync(unit => unit.AddressBooks.GetAllAsync(Cancellation))).Select(book => book.Name));
        Assert.Equal("half \uFFFD", (await ReadAsync(unit => unit.Memberships.FindByContactAsync([1], Cancellation)))[0].LastFault);
    }

    [Fact]
    public async Task Lookups_WithNul_FindWhatWasStoredUnderIt()
    {
        await WriteAsync(async unit =>
        {
            await unit.ListItems.SaveAsync([new() { ListName = "l", ItemId = "a\0", Email = Email("a@x.com"), Origin = OptOutOrigin.Host, Reason = "r", At = Noon }], Cancellation);
            await unit.Watermarks.SaveAsync(new WatermarkRecord { Step = "s\0", At = Noon }, Cancellation);
        });

        Assert.Single(await ReadAsync(unit => unit.ListItems.FindAsync("l", ["a\0", "\uD83D"], Cancellation)));
        Assert.Empty(await ReadAsync(unit => unit.ListItems.PageAsync("l", "a\0", 10, Cancellation)));
        Assert.NotNull((await ReadAsync(unit => unit.Watermarks.GetAsync("s\0", 0, Cancellation))).At);
        await Store.Changes.AppendAsync([new(0, "Customer", string.Empty, "k\0"), new(0, "Customer", string.Empty, "k2")], Cancellation);
        Assert.Equal(2, (await Store.Changes.ReadAsync(0, 10, Cancellation)).Count);
    }

    [Fact]
    public async Task Add_KeysThatBecomeOneOnlyAsStored_KeepsTheLast()
    {
        await WriteAsync(unit => unit.ListKeys.AddAsync(1, [Key("a\0", "a@x.com"), Key("a\uFFFD", "b@x.com")], Cancellation));

        Assert.Equal("b@x.com", Assert.Single(await ReadAsync(unit => unit.ListKeys.FindAsync(1, ["a\uFFFD"], Cancellation))).Email.Value);
    }
}
