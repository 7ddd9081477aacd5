using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Import;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Import;

/// <summary>Rule W-2: the members of one huge book are read and judged in slices; only who was settled before the read began is judged (rule IM-12).</summary>
public sealed class ReconcileSliceTests
{
    private const int Many = 10_050;

    [Fact]
    public async Task W2_HugeBook_IsReadASliceARun_JudgedOverTheWholeRead_AndNobodyWhoCameMeanwhile()
    {
        await using var bench = await ImportBench.StartAsync();
        var book = await StartAsync(bench, Many);
        string[] removed = ["many7@example.com", "many6000@example.com", "many10049@example.com"];
        foreach (var email in removed)
        {
            bench.Remote.RemoveFromAddressBook(email, book);
        }

        bench.Options.LongReadSlice = TimeSpan.Zero;
        StepReport report;
        var slices = 0;
        long read = 0;
        var hasCome = false;
        while ((report = await ReconcileAsync(bench)).Continues)
        {
            Assert.Null(report.Error);
            Assert.Equal(0, report.Removed);
            read += report.Read;
            var mark = await MarkAsync(bench, book);
            Assert.Null(mark.At);
            var cursor = ReconcileCursor.Parse(mark.Cursor)!;
            if (cursor.Read > 0 && !hasCome)
            {
                // The read has passed where this one is: its absence tells nothing.
                await bench.AddMemberAsync("early@example.com", book, 1, "item-early");
                hasCome = true;
            }

            bench.Emulator.Clock.Advance(TimeSpan.FromMinutes(7));
            Assert.True(++slices < 30);
        }

        Assert.True(hasCome);
        Assert.Equal((null, 3L, Many - 3L), (report.Error, report.Removed, read + report.Read));
        Assert.True(slices >= 12, $"{slices} slices");
        Assert.Equal(removed.Order(StringComparer.Ordinal), (await ToldAsync(bench)).Order(StringComparer.Ordinal));
        Assert.Equal(Reachability.Reachable, await StatusAsync(bench, "early@example.com"));
        Assert.Empty(await bench.ReadAsync(unit => unit.StagedIds.PageAsync(StepNames.ReconcileMembers, book, long.MinValue, 10, ImportBench.Cancel)));
        var done = await MarkAsync(bench, book);
        Assert.Equal((null, null), (done.Cursor, done.BeganAt));
        Assert.True(done.At < bench.Emulator.Clock.GetUtcNow().AddHours(-1));
        Assert.NotNull((await ReconcileAsync(bench)).NotRun);
    }

    [Fact]
    public async Task W2_MarkerThatIsRefused_BeginsAgainFromANewBegin_AndIsNotCutASecondTime()
    {
        await using var bench = await ImportBench.StartAsync();
        var book = await StartAsync(bench, 5_500);
        bench.Remote.RemoveFromAddressBook("many7@example.com", book);
        bench.Remote.Behaviour = bench.Remote.Behaviour with { MarkerLifetime = TimeSpan.FromMinutes(5) };
        bench.Options.LongReadSlice = TimeSpan.Zero;
        while (ReconcileCursor.Parse((await MarkAsync(bench, book)).Cursor)?.Place is null or { Length: 0 })
        {
            Assert.True((await ReconcileAsync(bench)).Continues);
        }

        // Removed after the first begin, where the first read had been already.
        bench.Remote.RemoveFromAddressBook("many8@example.com", book);
        bench.Emulator.Clock.Advance(TimeSpan.FromHours(1));
        var begin = bench.Emulator.Clock.GetUtcNow();
        var report = await ReconcileAsync(bench);

        Assert.Equal((null, false, 2L), (report.Error, report.Continues, report.Removed));
        Assert.True((await MarkAsync(bench, book)).At >= begin.AddSeconds(-1));
    }

    [Fact]
    public async Task W2_WhoWasSentWhileTheBookWasRead_IsNotTakenAsRemoved()
    {
        var shop = new Shop();
        await using var bench = await StartByV2Async(shop);
        bench.Remote.RemoveFromAddressBook("c1@example.com", bench.Book());
        bench.Remote.RemoveFromAddressBook("c2@example.com", bench.Book());
        bench.Wait(25 * 60);
        await ReadFirstPageAsync(bench);

        // Sent again, for whatever reason, behind the place that the read has reached.
        shop.Add(SyncBench.Customers(1).Select(static row => row with { Town = "Elsewhere" }));
        var member = (await bench.MembershipAsync("c1@example.com"))!;
        await WriteAsync(bench, unit => unit.Memberships.SaveAsync([member with { State = MembershipState.Due(ExportOperation.Update) }], SyncBench.Cancel));
        await SyncBench.SucceedAsync(bench.ExportAsync());
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());
        Assert.Contains("c1@example.com", bench.ReachableIn());
        Assert.Equal(ExportState.Clean, (await bench.MembershipAsync("c1@example.com"))!.State.Kind);

        await FinishAsync(bench);

        Assert.NotEqual(SubscriptionStatus.RemovedRemotely, (await bench.MembershipAsync("c1@example.com"))!.Status);
        Assert.Equal(SubscriptionStatus.RemovedRemotely, (await bench.MembershipAsync("c2@example.com"))!.Status);
    }

    [Fact]
    public async Task W2_WhoOptedOutWhileTheBookWasRead_IsOptedOut_NotRemoved()
    {
        await using var bench = await StartByV2Async(new Shop());
        bench.Wait(25 * 60);
        bench.Remote.RemoveFromAddressBook("c3@example.com", bench.Book());
        await ReadFirstPageAsync(bench);
        bench.Remote.Unsubscribe("c1299@example.com", bench.Book());

        await FinishAsync(bench);

        Assert.Equal(Reachability.OptedOut, (await bench.MembershipAsync("c1299@example.com"))!.Status.Reachability);
        Assert.Equal(SubscriptionStatus.RemovedRemotely, (await bench.MembershipAsync("c3@example.com"))!.Status);
    }

    [Fact]
    public async Task W2_KilledAtAnyCommit_GoesOnAfterwards_AndTellsOnce()
    {
        var told = new EventLog();
        var shop = new Shop();
        await using var bench = await StartByV2Async(shop, told);
        bench.Remote.RemoveFromAddressBook("c1@example.com", bench.Book());
        bench.Remote.RemoveFromAddressBook("c1290@example.com", bench.Book());
        bench.Wait(25 * 60);

        for (var commit = 1; commit <= 24; commit++)
        {
            bench.Kills.At(commit, afterCommit: commit % 2 == 0);
            try
            {
                await bench.ImportAsync();
            }
            catch (AccountLeaseLostException)
            {
            }

            await bench.RestartAsync();
        }

        await FinishAsync(bench);
        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Equal(["c1290@example.com", "c1@example.com"], told.Of<MembershipRemovedRemotely>().DistinctBy(static removed => removed.EventId).Select(static removed => removed.Email).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Cursor_IsReadAsItWasStored()
    {
        var cursor = new ReconcileCursor(ReconcileStage.Reading, -5, 10_000_000_000, 99, "a;b:c=");

        Assert.Equal(cursor, ReconcileCursor.Parse(cursor.ToString()));
        Assert.Null(ReconcileCursor.Parse("of another version"));
        Assert.Null(ReconcileCursor.Parse(null));
    }

    /// <summary>1,300 settled customers, read by v2 a page of 1,000 at a time, cut after every page.</summary>
    private static async Task<SyncBench> StartByV2Async(Shop shop, EventLog? told = null)
    {
        shop.Add(SyncBench.Customers(1300));
        var bench = await SyncBench.StartAsync(
            shop, static options => (options.LongReadSlice, options.ContactsRead) = (TimeSpan.Zero, ContactsRead.V2), told is null ? null : told.Register);
        await bench.RunUntilQuietAsync();
        return bench;
    }

    private static async Task ReadFirstPageAsync(SyncBench bench)
    {
        while (ReconcileCursor.Parse((await bench.WatermarkAsync(StepNames.ReconcileMembers, bench.Book())).Cursor)?.Place is null or { Length: 0 })
        {
            var report = await bench.ImportAsync();
            Assert.Empty(report.Failures);
            Assert.True(report.Steps.Single(static step => step.Step == StepNames.ReconcileMembers).Continues);
        }

        await bench.RestartAsync();
    }

    private static async Task FinishAsync(SyncBench bench)
    {
        for (var i = 0; i < 10 && (await bench.WatermarkAsync(StepNames.ReconcileMembers, bench.Book())).Cursor is not null; i++)
        {
            await SyncBench.SucceedAsync(bench.ImportAsync());
        }

        Assert.Null((await bench.WatermarkAsync(StepNames.ReconcileMembers, bench.Book())).Cursor);
    }

    private static async Task WriteAsync(SyncBench bench, Func<IUnitOfWork, Task> write)
    {
        await using var unit = await bench.Store.BeginAsync(SyncBench.Id, SyncBench.Cancel);
        await write(unit);
        await unit.CommitAsync(SyncBench.Cancel);
    }

    /// <summary>A book with many settled members, and an older contact that is not in it.</summary>
    private static async Task<int> StartAsync(ImportBench bench, int count)
    {
        var book = await bench.ConnectAsync("Newsletter");
        bench.Remote.AddContact("early@example.com", []);
        bench.Remote.AddContacts("many{0}@example.com", 0, count, [book]);
        var contacts = bench.Remote.GetContacts(0, count + 1).Where(static contact => contact.Email != "early@example.com").ToList();
        Assert.Equal(count, contacts.Count);
        foreach (var chunk in contacts.Chunk(1000))
        {
            await bench.WriteAsync(async unit =>
            {
                var id = await unit.Contacts.AllocateIdsAsync(chunk.Length, ImportBench.Cancel);
                var records = chunk.Select((contact, i) => new ContactRecord { Id = id + i, Email = EmailAddress.Parse(contact.Email!), RemoteId = contact.Id, Status = SubscriptionStatus.Subscribed }).ToList();
                await unit.Contacts.SaveAsync(records, ImportBench.Cancel);
                await unit.Memberships.SaveAsync(
                    [.. records.Select(contact => new MembershipRecord { AddressBookId = book, ContactId = contact.Id, ConnectionId = 1, ItemId = "item-" + contact.Email, Status = SubscriptionStatus.Subscribed, WasSent = true })],
                    ImportBench.Cancel);
            });
        }

        return book;
    }

    private static Task<StepReport> ReconcileAsync(ImportBench bench) =>
        new ReconcileMembersStep(NullLogger<ReconcileMembersStep>.Instance).RunAsync(bench.Run(), force: false, areContactsRead: false, ImportBench.Cancel);

    private static Task<WatermarkRecord> MarkAsync(ImportBench bench, int book) =>
        bench.ReadAsync(unit => unit.Watermarks.GetAsync(StepNames.ReconcileMembers, book, ImportBench.Cancel));

    private static async Task<IEnumerable<string>> ToldAsync(ImportBench bench) =>
        (await bench.EventsAsync()).Select(OutboxEvents.Restore).OfType<MembershipRemovedRemotely>().Select(static happened => happened.Email);

    private static Task<Reachability> StatusAsync(ImportBench bench, string email) => bench.ReadAsync(async unit =>
    {
        var contact = Assert.Single(await unit.Contacts.FindByEmailAsync([EmailAddress.Parse(email)], ImportBench.Cancel));
        return Assert.Single(await unit.Memberships.FindByContactAsync([contact.Id], ImportBench.Cancel)).Status.Reachability;
    });
}
