using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.StoreContract;
using Npgsql;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Tests;

/// <summary>The statements that run every cycle, or over a whole list, on 20,000 people of each of two accounts.</summary>
public sealed class QueryPlanTests : ContractTests<PostgreSqlStoreFixture>
{
    private const string List = "newsletter";
    private const int People = 20_000;

    // A list that is half of its tables may as well be joined whole, which the planner knows. That it can be walked is what matters where it is a small part of them.
    private const string Walk = "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off";

    private readonly List<string> _misses = [];

    [Fact]
    public async Task HotStatements_AreAnsweredFromTheirIndexes()
    {
        await SeedAsync(Account.Value);
        await SeedAsync(OtherAccount.Value);
        await AnalyzeAsync();

        await PagesAsync();
        await LookupsAsync();
        await ChangesAsync();

        Assert.Empty(_misses);
    }

    [Fact]
    public async Task Leavers_AreLookedForWithFewRows_BeforeTheDatabaseKnowsItsTablesSizes()
    {
        const int Few = 1000;
        await WriteAsync(async unit =>
        {
            var ids = Enumerable.Range(1, Few).ToList();
            await unit.Contacts.SaveAsync([.. ids.Select(id => Contact(id, $"p{id}@x.com", id))], Cancellation);
            await unit.Memberships.SaveAsync([.. ids.Select(id => Member(id, $"i{id}"))], Cancellation);
            await unit.ListKeys.AddAsync(1, [.. ids.Select(id => Key($"i{id}", $"p{id}@x.com"))], Cancellation);
        });
        await using var unit = await Store.BeginAsync(Account, Cancellation);
        using var recorder = new StatementRecorder(Fixture.ConnectionString);

        Assert.Empty(await unit.ListKeys.PageLeaversAsync(1, 0, 1, Cancellation));

        Assert.InRange(await recorder.CountRowsAsync(), Few, 20 * Few);
    }

    private async Task PagesAsync()
    {
        await AssertSeeksAsync(
            Walk,
            unit => unit.ListKeys.PageUnmatchedAsync(1, List, "i15", 100, Cancellation),
            ("PK_dotdigital_staged_keys", "(account_id, connection_id, item_id)"),
            ("IX_dotdigital_memberships_account_id_connection_id_item_id", "(account_id, connection_id, item_id)"),
            ("PK_dotdigital_contacts", "(account_id, id)"));
        await AssertSeeksAsync(
            Walk,
            unit => unit.ListKeys.PageLeaversAsync(1, 5, 100, Cancellation),
            ("PK_dotdigital_staged_keys", "(account_id, connection_id, item_id)"),
            ("IX_dotdigital_staged_keys_email", "(account_id, connection_id, email)"),
            ("PK_dotdigital_contacts", "(account_id, id)"));
        await AssertSeeksAsync(
            Walk,
            unit => unit.ListKeys.PageOptedOutAsync(1, List, 10, "i15", 100, Cancellation),
            ("PK_dotdigital_staged_keys", "(account_id, connection_id, item_id)"),
            ("IX_dotdigital_contacts_account_id_email", "(account_id, email)"));
        foreach (ExportOperation[] operations in new ExportOperation[][] { [], [ExportOperation.Add] })
        {
            var filter = new MembershipFilter { ConnectionId = 1, State = ExportState.Due, Operations = operations };
            await AssertSeeksAsync(
                unit => unit.Memberships.PageAsync(filter, new MembershipKey(10, 5), 100, Cancellation),
                ("IX_dotdigital_memberships_state", "(account_id, connection_id, state, contact_id)"));
        }

        await AssertSeeksAsync(
            unit => unit.Memberships.PageAsync(new MembershipFilter { AddressBookId = 10 }, new MembershipKey(10, 5), 100, Cancellation));
        await AssertSeeksAsync(unit => unit.Contacts.PageAsync(5, 100, Cancellation), ("PK_dotdigital_contacts", "(account_id, id)"));
        await AssertSeeksAsync(unit => unit.Outbox.GetDueAsync(Noon, 0, 10, Cancellation), ("PK_dotdigital_outbox", "(account_id, sequence)"), ("IX_dotdigital_outbox_account_id_order_key_sequence", "(account_id, order_key, sequence)"));
        await AssertSeeksAsync(unit => unit.ListItems.PageUntoldAsync(List, "a", 10, Cancellation), ("IX_dotdigital_list_items_untold", "(account_id, list_name, origin, is_told, item_id)"));
    }

    private async Task LookupsAsync()
    {
        await AssertSeeksAsync(unit => unit.Contacts.FindAsync([1, 2], Cancellation), ("PK_dotdigital_contacts", "(account_id, id)"));
        await AssertSeeksAsync(unit => unit.Contacts.FindByEmailAsync([Email("p1@x.com"), Email("p2@x.com")], Cancellation), ("IX_dotdigital_contacts_account_id_email", "(account_id, email)"));
        await AssertSeeksAsync(unit => unit.Contacts.FindByRemoteIdAsync([1, 2], Cancellation), ("IX_dotdigital_contacts_account_id_remote_id", "(account_id, remote_id)"));
        await AssertSeeksAsync(unit => unit.Memberships.FindByContactAsync([1, 2], Cancellation), ("IX_dotdigital_memberships_account_id_contact_id_address_book_id", "(account_id, contact_id)"));
        await AssertSeeksAsync(unit => unit.Memberships.FindByItemAsync(1, ["i1", "i2"], Cancellation), ("IX_dotdigital_memberships_account_id_connection_id_item_id", "(account_id, connection_id, item_id)"));
        await AssertSeeksAsync(unit => unit.ListItems.FindAsync(List, ["i1"], Cancellation), ("PK_dotdigital_list_items", "(account_id, list_name, item_id)"));
        await AssertSeeksAsync(unit => unit.ListItems.FindByEmailAsync([Email("p1@x.com")], Cancellation), ("IX_dotdigital_list_items_email", "(account_id, email)"));
        await AssertSeeksAsync(unit => unit.Batches.FindLostMembersAsync([1], Cancellation), ("IX_dotdigital_batch_members_account_id_contact_id", "(account_id, contact_id)"));
        await AssertSeeksAsync(unit => unit.Batches.FindMembersAsync([1], Cancellation), ("IX_dotdigital_batch_members_account_id_contact_id", "(account_id, contact_id)"));
        await AssertSeeksAsync(unit => unit.Activities.FindAsync([1, 2, 3], [7], Cancellation), ("PK_dotdigital_activities", "(account_id, campaign_id, remote_contact_id)"));
        await AssertSeeksAsync(Walk, unit => unit.Memberships.CountAsync([1, 2], Cancellation), ("IX_dotdigital_memberships_state", "(account_id, connection_id)"));
        await AssertSeeksAsync(unit => unit.ListKeys.FindAsync(1, ["i1"], Cancellation), ("PK_dotdigital_staged_keys", "(account_id, connection_id, item_id)"));
    }

    private async Task ChangesAsync()
    {
        await AssertSeeksAsync(unit => unit.Memberships.RaiseAsync(1, ["i1", "i2"], Cancellation), ("IX_dotdigital_memberships_account_id_connection_id_item_id", "(account_id, connection_id, item_id)"));
        await AssertSeeksAsync(unit => unit.Memberships.DeleteAsync([new(10, 1), new(10, 2)], Cancellation));
        await AssertSeeksAsync(unit => unit.Contacts.DeleteAsync([1], Cancellation), ("PK_dotdigital_contacts", "(account_id, id)"));
        await AssertSeeksAsync(unit => unit.Outbox.DeleteAsync([1], Cancellation), ("PK_dotdigital_outbox", "(account_id, sequence)"));
    }

    private Task AssertSeeksAsync(Func<IUnitOfWork, Task> run, params (string Index, string Columns)[] expected) => AssertSeeksAsync("SELECT 1", run, expected);

    /// <summary>No table of the store, but the one row of batches, is read from end to end, and each index is entered by the columns named.</summary>
    private async Task AssertSeeksAsync(string settings, Func<IUnitOfWork, Task> run, params (string Index, string Columns)[] expected)
    {
        await using var unit = await Store.BeginAsync(Account, Cancellation);
        using var recorder = new StatementRecorder(Fixture.ConnectionString);
        await run(unit);
        Assert.NotEqual(0, recorder.Count);
        var plan = await recorder.ExplainAsync(settings);
        var shown = string.Join('\n', plan);
        if (plan.Exists(static node => node.Type.Contains("Seq Scan", StringComparison.Ordinal) && node.Table != "dotdigital_batches"))
        {
            _misses.Add($"A whole table in\n{shown}");
        }

        _misses.AddRange(expected
            .Where(use => !plan.Exists(node => node.Index == use.Index && Array.TrueForAll(use.Columns.Trim('(', ')').Split(", "), name => node.Condition.Contains(name, StringComparison.Ordinal))))
            .Select(use => $"No {use.Index} {use.Columns} in\n{shown}"));
    }

    private async Task SeedAsync(string account)
    {
        var ids = Enumerable.Range(1, People).ToList();
        await WriteAsync(
            async unit =>
            {
                await unit.Contacts.SaveAsync([.. ids.Select(id => Contact(id, $"p{id}@x.com", id, id % 50 == 0 ? SubscriptionStatus.Unsubscribed : SubscriptionStatus.Subscribed))], Cancellation);
                await unit.Memberships.SaveAsync([.. ids.Where(static id => id % 20 != 0).Select(id => Member(id, $"i{id}", id % 10 == 1 ? MembershipState.Due(ExportOperation.Add) : default))], Cancellation);
                await unit.ListKeys.AddAsync(1, [.. ids.Where(static id => id % 20 != 1).Select(id => Key($"i{id}", $"p{id}@x.com"))], Cancellation);
                await unit.ListItems.SaveAsync(
                    [.. ids.Where(static id => id % 5 == 0).Select(id => new ListItemRecord { ListName = List, ItemId = $"i{id}", Email = Email($"p{id}@x.com"), Origin = id % 2 == 0 ? OptOutOrigin.Host : OptOutOrigin.Dotdigital, Reason = "r", At = Noon, IsTold = id % 100 != 0 })],
                    Cancellation);
                await unit.Outbox.AddAsync([.. ids.Take(5000).Select(id => new OutboxRecord { EventId = Guid.NewGuid(), Kind = "ContactOptedOut", OrderKey = $"p{id % 1000}", Payload = "{}", CreatedAt = Noon })], Cancellation);
                await unit.Batches.SaveAsync(new BatchRecord { Id = 1, Kind = BatchKind.CsvImport, ConnectionId = 1, AddressBookId = 10, State = BatchState.Lost, MemberCount = 1, CreatedAt = Noon }, Cancellation);
                await unit.Activities.SaveAsync([.. ids.Select(static id => new ActivityRecord { CampaignId = id % 20, RemoteContactId = id, ContactId = id })], Cancellation);
                await unit.Batches.AddMembersAsync(1, [.. ids.Select(id => new BatchMemberRecord { ContactId = id, Email = Email($"p{id}@x.com"), Operation = ExportOperation.Add })], Cancellation);
            },
            new(account));
    }

    private async Task AnalyzeAsync()
    {
        await using var connection = new NpgsqlConnection(Fixture.ConnectionString + ";Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand("VACUUM ANALYZE", connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
