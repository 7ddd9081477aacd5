using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Import;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Import;

/// <summary>Rule IM-12 against the emulator.</summary>
public sealed class ReconcileMembersStepTests
{
    private const string Ada = "ada@example.com";
    private const string Bob = "bob@example.com";
    private const string Eve = "eve@example.com";

    [Fact]
    public async Task IM12_Reconcile_RemovedAndDeleted_AreWithheldAndTold_OnceADay()
    {
        await using var bench = await ImportBench.StartAsync();
        var book = await StartAsync(bench);
        bench.Remote.RemoveFromAddressBook(Ada, book);
        bench.Remote.DeleteContact(Bob);

        var report = await ReconcileAsync(bench, force: false);
        var again = await ReconcileAsync(bench, force: false);

        Assert.Null(report.Error);
        Assert.Equal((1L, 2L), (report.Read, report.Removed));
        Assert.NotNull(again.NotRun);
        var events = (await bench.EventsAsync()).Select(OutboxEvents.Restore).Cast<MembershipRemovedRemotely>().ToDictionary(happened => happened.Email);
        Assert.Equal((false, true), (events[Ada].IsDeleted, events[Bob].IsDeleted));
        Assert.Equal("item-ada@example.com", events[Ada].ItemId);
        Assert.Equal((Reachability.Withheld, Reachability.Withheld, Reachability.Reachable), (await StatusAsync(bench, Ada), await StatusAsync(bench, Bob), await StatusAsync(bench, Eve)));
    }

    [Fact]
    public async Task IM12_Reconcile_BackInTheBook_IsNoLongerWithheld()
    {
        await using var bench = await ImportBench.StartAsync();
        var book = await StartAsync(bench);
        bench.Remote.RemoveFromAddressBook(Ada, book);
        await ReconcileAsync(bench, force: true);
        bench.Remote.AddToAddressBook(Ada, book);

        await ReconcileAsync(bench, force: true);

        Assert.Equal(Reachability.Unknown, await StatusAsync(bench, Ada));
    }

    [Fact]
    public async Task IM12_Reconcile_EmptyOrFailedRead_JudgesNobody()
    {
        await using var bench = await ImportBench.StartAsync();
        var book = await StartAsync(bench);
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = "/contacts/v3*" });
        Assert.NotNull((await ReconcileAsync(bench, force: false)).Error);
        foreach (var email in new[] { Ada, Bob, Eve })
        {
            bench.Remote.RemoveFromAddressBook(email, book);
        }

        await CountAsync(bench, book, 3);
        var empty = await ReconcileAsync(bench, force: false);

        Assert.NotNull(empty.Error);
        Assert.Equal(0, empty.Removed);
        Assert.Empty(await bench.EventsAsync());
        Assert.NotNull((await ReconcileAsync(bench, force: false)).NotRun);
    }

    [Fact]
    public async Task IM12_Reconcile_EmptyReadOfABookThatCountsNobody_IsBelieved()
    {
        await using var bench = await ImportBench.StartAsync();
        var book = await StartAsync(bench);
        foreach (var email in new[] { Ada, Bob, Eve })
        {
            bench.Remote.RemoveFromAddressBook(email, book);
        }

        await CountAsync(bench, book, 0);
        var empty = await ReconcileAsync(bench, force: false);

        Assert.Null(empty.Error);
        Assert.Equal(3, empty.Removed);
    }

    /// <summary>What the list of address books last told of the book.</summary>
    private static async Task CountAsync(ImportBench bench, int book, int count)
    {
        await using var unit = await bench.Run().BeginAsync(ImportBench.Cancel);
        var stored = (await unit.AddressBooks.GetAllAsync(ImportBench.Cancel)).Single(stored => stored.Id == book);
        await unit.AddressBooks.SaveAsync([stored with { ContactCount = count }], ImportBench.Cancel);
        await unit.CommitAsync(ImportBench.Cancel);
    }

    private static async Task<int> StartAsync(ImportBench bench)
    {
        var book = await bench.ConnectAsync("Newsletter");
        foreach (var email in new[] { Ada, Bob, Eve })
        {
            bench.Remote.AddContact(email, [book]);
            await bench.AddMemberAsync(email, book, 1, "item-" + email);
        }

        return book;
    }

    private static Task<StepReport> ReconcileAsync(ImportBench bench, bool force) =>
        new ReconcileMembersStep(NullLogger<ReconcileMembersStep>.Instance).RunAsync(bench.Run(), force, areContactsRead: true, ImportBench.Cancel);

    private static Task<Reachability> StatusAsync(ImportBench bench, string email) => bench.ReadAsync(async unit =>
    {
        var contact = Assert.Single(await unit.Contacts.FindByEmailAsync([EmailAddress.Parse(email)], ImportBench.Cancel));
        return Assert.Single(await unit.Memberships.FindByContactAsync([contact.Id], ImportBench.Cancel)).Status.Reachability;
    });
}
