using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.StoreContract;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Tests;

/// <summary>A list of 200,000: what walks a table for each of its rows would not end.</summary>
public sealed class BigListTests : ContractTests<PostgreSqlStoreFixture>
{
    private const string List = "newsletter";

    [Fact]
    public async Task EX1_TwoHundredThousandKeys_StagedAndJoined()
    {
        const int Total = 200_000, Page = 20_000, Stored = 100_000;
        for (var start = 1; start <= Total; start += Page)
        {
            var ids = Enumerable.Range(start, Page).ToList();
            await WriteAsync(async unit =>
            {
                var stored = ids.FindAll(id => id <= Stored);
                await unit.Contacts.SaveAsync([.. stored.Select(id => Contact(id, $"p{id}@x.com", id))], Cancellation);
                await unit.Memberships.SaveAsync([.. stored.Select(id => Member(id, $"i{id}", id % 10 == 0 ? MembershipState.Due(ExportOperation.Add) : default))], Cancellation);
                await unit.ListKeys.AddAsync(1, [.. ids.Where(id => id % 1000 != 0).Select(id => Key($"i{id}", $"p{(id % 5000 == 1 ? id + 1 : id)}@x.com"))], Cancellation);
            });
        }

        var duplicates = 0;
        await WriteAsync(async unit => duplicates = await unit.ListKeys.MarkDuplicatesAsync(1, Cancellation));
        Assert.Equal(Total / 5000, duplicates);
        Assert.Equal(Stored / 10, await CountDueAsync());
        Assert.Equal(Total - (Total / 1000), await ReadAsync(unit => unit.ListKeys.CountAsync(1, Cancellation)));

        // Of two that share an address the first by item id stays: "i1" before "i2", but "i10001" not before "i10000"'s neighbours.
        var unmatched = await CountUnmatchedAsync();
        Assert.InRange(unmatched, Total - Stored - (Total / 1000), Total - Stored);
        var leavers = await CountLeaversAsync();
        Assert.InRange(leavers, Stored / 1000, (Stored / 1000) + (Stored / 5000));
    }

    [Fact]
    public async Task EX1_PassOverAConnectionThatStatisticsKnowNothingOf_IsJoinedAllTheSame()
    {
        // The statistics say that there is one connection, with few rows. A list of 60,000 then arrives for another.
        await WriteAsync(unit => unit.ListKeys.AddAsync(1, [.. Enumerable.Range(1, 3000).Select(id => Key($"i{id}", $"p{id}@x.com"))], Cancellation));
        await WriteAsync(unit => unit.ListKeys.MarkDuplicatesAsync(1, Cancellation));
        await WriteAsync(async unit =>
        {
            await unit.Contacts.SaveAsync([.. Enumerable.Range(1, 60_000).Select(id => Contact(id, $"p{id}@x.com", id))], Cancellation);
            await unit.Memberships.SaveAsync([.. Enumerable.Range(1, 60_000).Select(id => Member(id, $"i{id}", connection: 2))], Cancellation);
            await unit.ListKeys.AddAsync(2, [.. Enumerable.Range(1, 60_000).Select(id => Key($"i{id}", $"p{id}@x.com"))], Cancellation);
        });

        await WriteAsync(unit => unit.ListKeys.MarkDuplicatesAsync(2, Cancellation));

        Assert.Empty(await ReadAsync(unit => unit.ListKeys.PageUnmatchedAsync(2, List, null, 1000, Cancellation)));
        Assert.Empty(await ReadAsync(unit => unit.ListKeys.PageLeaversAsync(2, 0, 1000, Cancellation)));
    }

    private async Task<int> CountDueAsync()
    {
        await using var reader = await Store.BeginAsync(Account, Cancellation);
        var filter = new MembershipFilter { ConnectionId = 1, State = ExportState.Due };
        var count = 0;
        for (var page = await reader.Memberships.PageAsync(filter, null, 3000, Cancellation); page.Count > 0;)
        {
            count += page.Count;
            var last = page[^1].Membership;
            page = await reader.Memberships.PageAsync(filter, new MembershipKey(last.AddressBookId, last.ContactId), 3000, Cancellation);
        }

        return count;
    }

    private async Task<int> CountUnmatchedAsync()
    {
        var count = 0;
        string? after = null;
        while (true)
        {
            var page = await ReadAsync(unit => unit.ListKeys.PageUnmatchedAsync(1, List, after, 5000, Cancellation));
            if (page.Count == 0)
            {
                return count;
            }

            (count, after) = (count + page.Count, page[^1].Key.ItemId);
        }
    }

    private async Task<int> CountLeaversAsync()
    {
        var count = 0;
        var after = 0L;
        while (true)
        {
            var page = await ReadAsync(unit => unit.ListKeys.PageLeaversAsync(1, after, 50, Cancellation));
            if (page.Count == 0)
            {
                return count;
            }

            (count, after) = (count + page.Count, page[^1].Membership.ContactId);
        }
    }
}
