using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.StoreContract;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite.Tests;

/// <summary>The statements that run every cycle, or over a whole list, must not walk tables that they have no business with.</summary>
public sealed class QueryPlanTests : ContractTests<SqliteStoreFixture>
{
    private const string List = "newsletter";

    [Fact]
    public async Task PageUnmatched_LooksUpAStagedKeyAtATime()
    {
        var plan = await ExplainAsync(unit => unit.ListKeys.PageUnmatchedAsync(1, List, "a", 100, Cancellation));

        AssertSearchesOnly(plan);
        Assert.Contains(plan, line => line.Contains("IX_dotdigital_memberships_account_id_connection_id_item_id (account_id=? AND connection_id=? AND item_id=?)"));
        Assert.Contains(plan, line => line.Contains("sqlite_autoindex_dotdigital_staged_keys_1 (account_id=? AND connection_id=? AND item_id>?)"));
    }

    [Fact]
    public async Task PageLeavers_WalksTheConnectionsMembersInContactOrder()
    {
        var plan = await ExplainAsync(unit => unit.ListKeys.PageLeaversAsync(1, 5, 100, Cancellation));

        AssertSearchesOnly(plan);
        Assert.Contains(plan, line => line.Contains("IX_dotdigital_memberships_leavers (account_id=? AND connection_id=? AND contact_id>?)"));
        Assert.Contains(plan, line => line.Contains("(account_id=? AND connection_id=? AND item_id=?)"));
    }

    [Fact]
    public async Task PageOptedOut_LooksUpAStagedKeyAtATime()
    {
        var plan = await ExplainAsync(unit => unit.ListKeys.PageOptedOutAsync(1, List, 10, "a", 100, Cancellation));

        AssertSearchesOnly(plan);
        Assert.Contains(plan, line => line.Contains("IX_dotdigital_contacts_account_id_email (account_id=? AND email=?)"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PageByState_SeeksTheState(bool hasOperations)
    {
        var filter = new MembershipFilter { ConnectionId = 1, State = ExportState.Due, Operations = hasOperations ? [ExportOperation.Add] : [] };
        var plan = await ExplainAsync(unit => unit.Memberships.PageAsync(filter, new MembershipKey(10, 5), 100, Cancellation));

        AssertSearchesOnly(plan);
        Assert.Contains(plan, line => line.Contains("IX_dotdigital_memberships_state (account_id=? AND connection_id=? AND state=? AND contact_id>?)"));
    }

    [Fact]
    public async Task PageOfABook_SeeksTheBook()
    {
        var plan = await ExplainAsync(unit => unit.Memberships.PageAsync(new MembershipFilter { AddressBookId = 10 }, new MembershipKey(10, 5), 100, Cancellation));

        AssertSearchesOnly(plan);
        Assert.Contains(plan, line => line.Contains("sqlite_autoindex_dotdigital_memberships_1 (account_id=? AND address_book_id=? AND contact_id>?)"));
    }

    [Fact]
    public async Task Count_StaysInTheIndex()
    {
        var plan = await ExplainAsync(unit => unit.Memberships.CountAsync(1, Cancellation));

        Assert.Contains(plan, line => line.Contains("COVERING INDEX IX_dotdigital_memberships_state (account_id=? AND connection_id=?"));
    }

    [Fact]
    public async Task LookupsByList_SeekEachKeyInOneStatement()
    {
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(1, "a@x.com", 1)], Cancellation));
        foreach (var (find, index) in new (Func<IUnitOfWork, Task>, string)[]
        {
            (unit => unit.Contacts.FindAsync([1, 2], Cancellation), "(account_id=? AND id=?)"),
            (unit => unit.Contacts.FindByEmailAsync([Email("a@x.com")], Cancellation), "(account_id=? AND email=?)"),
            (unit => unit.Contacts.FindByRemoteIdAsync([1], Cancellation), "(account_id=? AND remote_id=?)"),
            (unit => unit.Memberships.FindByContactAsync([1], Cancellation), "(account_id=? AND contact_id=?)"),
            (unit => unit.Memberships.FindByItemAsync(1, ["a"], Cancellation), "(account_id=? AND connection_id=? AND item_id=?)"),
            (unit => unit.ListItems.FindAsync(List, ["a"], Cancellation), "(account_id=? AND list_name=? AND item_id=?)"),
            (unit => unit.Batches.FindLostMembersAsync([1], Cancellation), "(account_id=? AND contact_id=?)"),
        })
        {
            var plan = await ExplainAsync(find, statements: 1);
            AssertSearchesOnly(plan);
            Assert.Contains(plan, line => line.Contains(index));
        }
    }

    [Fact]
    public async Task SetBasedStatements_Seek()
    {
        AssertSearchesOnly(await ExplainAsync(unit => unit.ListKeys.MarkDuplicatesAsync(1, Cancellation)));
        AssertSearchesOnly(await ExplainAsync(unit => unit.ListKeys.CountLeaversAsync(1, Cancellation)));
        AssertSearchesOnly(await ExplainAsync(unit => unit.ListKeys.PageCorrectedAsync(1, List, "a", 10, Cancellation)));
        AssertSearchesOnly(await ExplainAsync(unit => unit.Memberships.MarkForComparisonAsync(1, Cancellation)));
        AssertSearchesOnly(await ExplainAsync(unit => unit.Memberships.RaiseAsync(1, ["a", "b"], Cancellation)));
        AssertSearchesOnly(await ExplainAsync(unit => unit.Memberships.DeleteAsync([new(10, 1), new(10, 2)], Cancellation), statements: 1));
        AssertSearchesOnly(await ExplainAsync(unit => unit.ListItems.PageUntoldAsync(List, "a", 10, Cancellation)));
        AssertSearchesOnly(await ExplainAsync(unit => unit.Outbox.GetDueAsync(Noon, 0, 10, Cancellation)));
        AssertSearchesOnly(await ExplainAsync(unit => unit.Activities.FindUnparkableAsync(10, Cancellation)));
    }

    private static void AssertSearchesOnly(List<string> plan)
    {
        Assert.NotEmpty(plan);
        Assert.DoesNotContain(plan, line => line.StartsWith("SCAN ", StringComparison.Ordinal) && !line.Contains("VIRTUAL TABLE", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("TEMP B-TREE", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("dotdigital_memberships", StringComparison.Ordinal) && line.EndsWith("(account_id=?)", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("dotdigital_contacts", StringComparison.Ordinal) && line.EndsWith("(account_id=?)", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("AUTOMATIC", StringComparison.Ordinal));
    }

    private async Task<List<string>> ExplainAsync(Func<IUnitOfWork, Task> run, int? statements = null)
    {
        await using var unit = await Store.BeginAsync(Account, Cancellation);
        using var recorder = new StatementRecorder(Fixture.ConnectionString);
        await run(unit);
        Assert.Equal(statements ?? recorder.Count, recorder.Count);
        return recorder.Explain();
    }
}
