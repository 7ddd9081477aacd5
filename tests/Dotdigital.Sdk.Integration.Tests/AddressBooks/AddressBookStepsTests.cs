using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Tests.Import;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.AddressBooks;

/// <summary>Rules IM-1 and CN-1 against the emulator.</summary>
public sealed class AddressBookStepsTests
{
    [Fact]
    public async Task Import_NewRenamedAndReservedBooks_StoresAllButTheReserved()
    {
        await using var bench = await ImportBench.StartAsync();
        bench.Remote.CreateAddressBook("Newsletter");

        var report = await bench.ImportBooksAsync();
        var again = await bench.ImportBooksAsync();

        Assert.Equal((1L, 1L, 0L), (report.Read, report.Added, report.Removed));
        Assert.Equal((0L, 0L), (again.Added, again.Updated));
        Assert.Equal("Newsletter", Assert.Single(await bench.ReadAsync(unit => unit.AddressBooks.GetAllAsync(ImportBench.Cancel))).Name);
    }

    [Fact]
    public async Task Import_ConnectedBookGone_DisablesItsConnectionAndTellsOnce()
    {
        await using var bench = await ImportBench.StartAsync();
        var gone = await bench.ConnectAsync("Newsletter");
        bench.Remote.CreateAddressBook("Other");
        bench.Remote.DeleteAddressBook(gone);

        var report = await bench.ImportBooksAsync();
        await bench.ImportBooksAsync();

        Assert.Equal(1, report.Removed);
        Assert.NotNull((await bench.ReadAsync(unit => unit.AddressBooks.GetAllAsync(ImportBench.Cancel))).Single(book => book.Id == gone).DeletedAt);
        Assert.False(Assert.Single(await bench.ReadAsync(unit => unit.Connections.GetAllAsync(ImportBench.Cancel))).IsEnabled);
        var told = Assert.IsType<AddressBookGone>(OutboxEvents.Restore(Assert.Single(await bench.EventsAsync())));
        Assert.Equal((gone, "Newsletter", "Newsletter"), (told.AddressBookId, told.Name, told.ListName));
    }

    [Fact]
    public async Task Import_EmptyAnswer_TakesNobodyAsGone()
    {
        await using var bench = await ImportBench.StartAsync();
        var book = await bench.ConnectAsync("Newsletter");
        bench.Remote.DeleteAddressBook(book);

        var report = await bench.ImportBooksAsync();

        Assert.Equal(0, report.Removed);
        Assert.True(Assert.Single(await bench.ReadAsync(unit => unit.Connections.GetAllAsync(ImportBench.Cancel))).IsEnabled);
    }

    [Fact]
    public async Task Connect_MissingBook_IsCreatedWhenTheListSaysSo_AndRefusedWhenNot()
    {
        await using var bench = await ImportBench.StartAsync();
        bench.Declare("made", "Made for us", create: true);
        bench.Declare("missing", "Nowhere");
        bench.Declare("reserved", "all contacts", create: true);

        var report = await bench.ConnectDeclaredAsync();
        var again = await bench.ConnectDeclaredAsync();

        Assert.Equal((1L, 1L, 2L), (report.Added, report.Sent, report.SetAside));
        Assert.Equal((0L, 0L, 2L), (again.Added, again.Sent, again.SetAside));
        Assert.All(Assert.IsType<AggregateException>(report.Exception).InnerExceptions, failure => Assert.IsType<MarketingListException>(failure));
        Assert.Equal("Private", bench.Remote.AddressBooks.Single(book => book.Name == "Made for us").Visibility);
    }

    [Fact]
    public async Task Connect_CreationAcceptedButAnswerLost_IsFoundByNameInTheNextRun()
    {
        await using var bench = await ImportBench.StartAsync();
        bench.Declare("made", "Made for us", create: true);
        bench.Emulator.Faults.Add(new Fault(FaultKind.DropAfterAccept) { Method = "POST" });

        var lost = await bench.ConnectDeclaredAsync();
        var next = await bench.ConnectDeclaredAsync();

        Assert.NotNull(lost.Error);
        Assert.Equal((1L, 0L), (next.Added, next.Sent));
        Assert.Single(bench.Remote.AddressBooks, book => book.Name == "Made for us");
    }

    [Fact]
    public async Task Connect_BookOfAnotherList_IsRefused_AndAnEndedConnectionStaysEnded()
    {
        await using var bench = await ImportBench.StartAsync();
        await bench.ConnectAsync("Newsletter");
        bench.Declare("second", "NEWSLETTER");

        var report = await bench.ConnectDeclaredAsync();
        Assert.Equal("second", Assert.IsType<MarketingListException>(report.Exception).List);

        await bench.WriteAsync(async unit =>
        {
            var connection = Assert.Single(await unit.Connections.GetAllAsync(ImportBench.Cancel));
            await unit.Connections.SaveAsync(connection with { DisconnectedAt = DateTimeOffset.UnixEpoch }, ImportBench.Cancel);
        });
        Assert.Equal(1, (await bench.ConnectDeclaredAsync()).Added);
        Assert.Equal(["second"], (await bench.ReadAsync(unit => unit.Connections.GetAllAsync(ImportBench.Cancel))).Where(c => c.DisconnectedAt is null).Select(c => c.ListName));
    }
}
