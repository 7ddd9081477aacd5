using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Export;

/// <summary>Rules ST-1 to ST-6: how batches end, and what becomes of their members.</summary>
public sealed class SettlementTests
{
    private const string Import = "ApiContactImport_ImportContactsToAddressBook";

    [Theory]
    [InlineData(FaultKind.RejectedByWatchdog, "RejectedByWatchdog", SetAsideReason.RejectedByWatchdog)]
    [InlineData(FaultKind.ExceedsAllowedContactLimit, "ExceedsAllowedContactLimit", SetAsideReason.ExceedsContactLimit)]
    public async Task ST3_RejectedImport_HoldsItsMembers_RemovesNothing_AndGoesAgainWhenAnItemChanges(FaultKind fault, string status, string reason)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(5));
        var log = new EventLog();
        await using var bench = await SyncBench.StartAsync(shop, extend: log.Register);
        await bench.SettleAsync();
        bench.Emulator.Faults.Add(new Fault(fault) { Operation = Import });
        shop["000001"] = shop["000001"] with { FirstName = "Rejected" };
        shop.Add(SyncBench.Customers(6));
        shop["000001"] = shop["000001"] with { FirstName = "Rejected" };
        await bench.ChangeAsync("000001");
        await SyncBench.SucceedAsync(bench.CycleAsync());

        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());

        Assert.Equal(MembershipState.Held(reason), (await bench.MembershipAsync("c1@example.com"))!.State);
        Assert.Equal(MembershipState.Held(reason), (await bench.MembershipAsync("c6@example.com"))!.State);
        Assert.NotNull((await bench.MembershipAsync("c1@example.com"))!.LastFault);
        Assert.Equal(5, bench.ReachableIn().Count);
        Assert.Equal(status, Assert.Single(log.Of<BatchFailed>()).Outcome);
        Assert.Equal(status, (await BookAsync(bench)).ExportStatus);
        Assert.Equal(status, log.Of<ExportFinished>().Last().Status);
        await bench.RunUntilQuietAsync();
        Assert.Equal("First1", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);

        await bench.ChangeAsync("000001", "000006");
        await bench.RunUntilQuietAsync();
        Assert.Equal("Rejected", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Contains("c6@example.com", bench.ReachableIn());
        Assert.Equal("Finished", (await BookAsync(bench)).ExportStatus);
        Assert.Equal("Finished", log.Of<ExportFinished>().Last().Status);
    }

    [Theory]
    [InlineData(ExportTransport.Csv)]
    [InlineData(ExportTransport.Json)]
    public async Task ST3_HeldMemberThatIsInTheAccountWithTheSameValues_StillJoinsTheBookWhenReleased(ExportTransport transport)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(1));
        await using var bench = await SyncBench.StartAsync(shop, options => options.Transport = transport);
        bench.Remote.AddContact("c1@example.com", [], new Dictionary<string, string?>
        {
            ["FIRSTNAME"] = "First1", ["TOWN"] = "Town1", ["POINTS"] = "1", ["VIP"] = "false", ["BIRTHDAY"] = "1980-01-02",
        });
        bench.Emulator.Faults.Add(new Fault(FaultKind.RejectedByWatchdog));
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());
        Assert.Equal(ExportState.Held, (await bench.MembershipAsync("c1@example.com"))!.State.Kind);

        await bench.ChangeAsync("000001");
        await bench.RunUntilQuietAsync();

        Assert.Equal(["c1@example.com"], bench.ReachableIn());
    }

    [Theory]
    [InlineData(FaultKind.ImportFailed, ExportTransport.Csv)]
    [InlineData(FaultKind.InvalidFileFormat, ExportTransport.Csv)]
    [InlineData(FaultKind.ImportFailed, ExportTransport.Json)]
    public async Task ST3_FailedImport_GoesAgainInHalves_AndIsHeldAfterThreeTimes(FaultKind fault, ExportTransport transport)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(8));
        await using var bench = await SyncBench.StartAsync(shop, options => (options.MaxBatchRows, options.Transport) = (8, transport));
        bench.Emulator.Faults.Add(new Fault(fault) { Times = null });
        var sizes = new List<int[]>();
        for (var i = 0; i < 3; i++)
        {
            var known = (await bench.BatchesAsync()).Select(static batch => batch.Id).ToHashSet();
            await SyncBench.SucceedAsync(bench.CycleAsync());
            sizes.Add([.. (await bench.BatchesAsync()).Where(batch => !known.Contains(batch.Id)).Select(static batch => batch.MemberCount)]);
            await SyncBench.SucceedAsync(bench.WaitAndAskAsync());
        }

        Assert.Equal([[8], [4, 4], [2, 2, 2, 2]], sizes);
        Assert.Equal(MembershipState.Held(SetAsideReason.FailedRepeatedly), (await bench.MembershipAsync("c1@example.com"))!.State);
        bench.Emulator.Faults.Clear();
        await bench.RunUntilQuietAsync();
        Assert.Empty(bench.ReachableIn());
        await bench.ChangeAsync([.. shop.Rows.Select(static row => row.Id)]);
        await bench.RunUntilQuietAsync();
        Assert.Equal(8, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task ST4_NeverFinishing_StallsAfterThirtyPolls_IsAskedHourly_AndGivenUpAfterSevenDays()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Emulator.Faults.Add(new Fault(FaultKind.NeverFinishes));
        await SyncBench.SucceedAsync(bench.CycleAsync());
        for (var i = 0; i < 29; i++)
        {
            await SyncBench.SucceedAsync(bench.WaitAndAskAsync(TimeSpan.FromMinutes(5)));
        }

        Assert.Equal(BatchState.Sent, Assert.Single(await bench.BatchesAsync()).State);
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync(TimeSpan.FromMinutes(5)));
        Assert.Equal(BatchState.Stalled, Assert.Single(await bench.BatchesAsync()).State);
        bench.Remote.ClearRequests();
        for (var i = 0; i < 24; i++)
        {
            await SyncBench.SucceedAsync(bench.WaitAndAskAsync(TimeSpan.FromMinutes(5)));
        }

        Assert.InRange(bench.Remote.Requests.Count, 1, 2);
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync(TimeSpan.FromDays(7)));
        Assert.Equal(BatchState.Lost, Assert.Single(await bench.BatchesAsync()).State);
        await bench.RunUntilQuietAsync();
        Assert.Equal(2, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task ST4_TenErrors_AreShown_AskedHourly_AndBlockNobodyForEver()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = "/v2/contacts/import/*", Status = 404, Times = null });
        for (var i = 0; i < 10; i++)
        {
            var report = await bench.WaitAndAskAsync(TimeSpan.FromMinutes(5));
            Assert.Contains(report.Failures, static step => step.Step == StepNames.CheckBatches);
        }

        bench.Remote.ClearRequests();
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync(TimeSpan.FromMinutes(5)));
        Assert.Empty(bench.Remote.Requests);
        Assert.Equal(10, Assert.Single(await bench.BatchesAsync()).PollErrors);

        shop.Add(SyncBench.Customers(3));
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.NotNull(await bench.MembershipAsync("c3@example.com"));

        await bench.WaitAndAskAsync(TimeSpan.FromDays(8));
        bench.Emulator.Faults.Clear();
        await bench.RunUntilQuietAsync();
        Assert.Equal(3, bench.ReachableIn().Count);
        Assert.Equal(MembershipState.Clean, (await bench.MembershipAsync("c1@example.com"))!.State);
    }

    [Theory]
    [InlineData("Invalid Email", ExportState.Faulted, SetAsideReason.InvalidEmail)]
    [InlineData("Invalid Entries", ExportState.Faulted, SetAsideReason.Refused)]
    [InlineData("Duplicate", ExportState.Faulted, SetAsideReason.DuplicateEmail)]
    [InlineData("Failures", ExportState.Faulted, SetAsideReason.Refused)]
    [InlineData("A reason nobody heard of", ExportState.Faulted, SetAsideReason.Refused)]
    [InlineData("Unsubscribed", ExportState.Held, SetAsideReason.OptOutReported)]
    [InlineData("Pending optin", ExportState.Due, null)]
    [InlineData("Soft bounced", ExportState.Clean, null)]
    public async Task ST2_RefusedRow_IsSetAsideWithItsReason_AndTheRestIsDelivered(string text, ExportState kind, string? reason)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Emulator.Faults.Add(new Fault(FaultKind.RowRefused) { Emails = ["c2@example.com"], Reason = text });
        await SyncBench.SucceedAsync(bench.CycleAsync());

        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());

        var member = (await bench.MembershipAsync("c2@example.com"))!;
        Assert.Equal(kind, member.State.Kind);
        Assert.Equal(reason, member.State.Reason);
        Assert.Equal(text, member.LastFault);
        Assert.Equal(MembershipState.Clean, (await bench.MembershipAsync("c1@example.com"))!.State);
        Assert.Equal("First1", (await bench.ContactAsync("c1@example.com"))!.Snapshot["FIRSTNAME"]);
        Assert.Equal(["c1@example.com", "c3@example.com"], bench.ReachableIn());
        Assert.Empty(shop.OptOuts);
    }

    [Theory]
    [InlineData("Globally Suppressed")]
    [InlineData("Hard bounced")]
    [InlineData("Isp Complaints")]
    [InlineData("Mail blocked")]
    [InlineData("Suppressed by you")]
    [InlineData("Domain Suppressed")]
    [InlineData("Blocked")]
    public async Task ST2_AccountWideOptOutReason_BlocksTheContact_AndTellsTheHost(string text)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Emulator.Faults.Add(new Fault(FaultKind.RowRefused) { Emails = ["c2@example.com"], Reason = text });
        await SyncBench.SucceedAsync(bench.CycleAsync());

        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());

        Assert.Equal(Reachability.OptedOut, (await bench.ContactAsync("c2@example.com"))!.Status.Reachability);
        Assert.NotEqual(ExportState.Due, (await bench.MembershipAsync("c2@example.com"))!.State.Kind);
        Assert.Equal("000002", Assert.Single(shop.OptOuts).ItemId);
        await bench.RunUntilQuietAsync();
        Assert.DoesNotContain("c2@example.com", bench.ReachableIn());
    }

    [Theory]
    [InlineData(FaultKind.FaultsFileMissing)]
    [InlineData(FaultKind.FaultsFileMalformed)]
    public async Task ST6_UnreadableFaults_AreRetriedABoundedNumberOfTimes_ThenRecorded(FaultKind kind)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Emulator.Faults.Add(new Fault(FaultKind.RowRefused) { Emails = ["c2@example.com"] });
        bench.Emulator.Faults.Add(new Fault(kind));
        await SyncBench.SucceedAsync(bench.CycleAsync());

        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());
        Assert.Equal(BatchState.Ended, Assert.Single(await bench.BatchesAsync()).State);
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());

        var batch = Assert.Single(await bench.BatchesAsync());
        Assert.Equal(BatchState.Settled, batch.State);
        Assert.NotNull(batch.Error);
        await bench.RunUntilQuietAsync();
    }

    [Fact]
    public async Task ST6_FaultsFileThatBreaksOff_DoesNotKeepOtherBatchesFromSettling()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(4));
        await using var bench = await SyncBench.StartAsync(shop, static options => options.MaxBatchRows = 2);
        bench.Emulator.Faults.Add(new Fault(FaultKind.RowRefused) { Emails = ["c1@example.com"] });
        bench.Emulator.Faults.Add(new Fault(FaultKind.TruncatedBody) { Operation = "/v2/contacts/import/*/report-faults", Times = null });
        await SyncBench.SucceedAsync(bench.CycleAsync());

        await bench.WaitAndAskAsync();

        Assert.Equal([BatchState.Ended, BatchState.Settled], (await bench.BatchesAsync()).Select(static batch => batch.State));
        for (var i = 0; i < 9; i++)
        {
            await bench.WaitAndAskAsync();
        }

        Assert.All(await bench.BatchesAsync(), static batch => Assert.Equal(BatchState.Settled, batch.State));
    }

    [Fact]
    public async Task ST2_ItemThatChangedMeanwhile_IsDueAgain()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        shop["000001"] = shop["000001"] with { FirstName = "Later" };
        await bench.ChangeAsync("000001");

        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());

        Assert.Equal(MembershipState.Due(ExportOperation.Update), (await bench.MembershipAsync("c1@example.com"))!.State);
        await bench.RunUntilQuietAsync();
        Assert.Equal("Later", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);
    }

    [Fact]
    public async Task ST2_RemoteEditAfterTheImport_StaysInTheSnapshot()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        shop["000001"] = shop["000001"] with { FirstName = "Ours", Town = "OurTown" };
        await bench.ChangeAsync("000001");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        bench.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        bench.Remote.SetDataField("c1@example.com", "TOWN", "Theirs");
        await SyncBench.SucceedAsync(bench.ImportAsync());

        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());

        var snapshot = (await bench.ContactAsync("c1@example.com"))!.Snapshot;
        Assert.Equal("Ours", snapshot["FIRSTNAME"]);
        Assert.Equal("Theirs", snapshot["TOWN"]);
    }

    [Fact]
    public async Task S3_OptOutWhileTheBatchTravels_NeverMakesTheMemberDueAgain()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        bench.Emulator.Faults.Add(new Fault(FaultKind.ImportFailed));
        shop["000001"] = shop["000001"] with { FirstName = "Gone" };
        await bench.ChangeAsync("000001");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        bench.Remote.Unsubscribe("c1@example.com", bench.Book());
        await SyncBench.SucceedAsync(bench.CycleAsync());

        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());

        Assert.Equal(MembershipState.Clean, (await bench.MembershipAsync("c1@example.com"))!.State);
        Assert.Equal(Reachability.OptedOut, (await bench.MembershipAsync("c1@example.com"))!.Status.Reachability);
    }

    [Fact]
    public async Task S3_OptOutAndChangeWhileAFinishedBatchTravels_LeaveTheMemberClean()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        shop["000001"] = shop["000001"] with { FirstName = "First" };
        await bench.ChangeAsync("000001");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        bench.Remote.Unsubscribe("c1@example.com", bench.Book());
        shop["000001"] = shop["000001"] with { FirstName = "Second" };
        await bench.ChangeAsync("000001");
        await SyncBench.SucceedAsync(bench.CycleAsync());

        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());

        Assert.Equal(MembershipState.Clean, (await bench.MembershipAsync("c1@example.com"))!.State);
    }

    [Fact]
    public async Task S3_ContactMergedWhileTheBatchTravels_IsSettledToo()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        var book = bench.Remote.CreateAddressBook("Customers");
        bench.Remote.AddContact("former@example.com", [book]);
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.FromMinutes(30) };
        await SyncBench.SucceedAsync(bench.CycleAsync());
        bench.Remote.ChangeEmail("former@example.com", "c1@example.com");
        await SyncBench.SucceedAsync(bench.CycleAsync());

        bench.Emulator.Clock.Advance(TimeSpan.FromHours(1));
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.Zero };
        await bench.RunUntilQuietAsync();

        Assert.Equal(MembershipState.Clean, (await bench.MembershipAsync("c1@example.com"))!.State);
        shop["000001"] = shop["000001"] with { FirstName = "Changed" };
        await bench.ChangeAsync("000001");
        await bench.RunUntilQuietAsync();
        Assert.Equal("Changed", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);
    }

    [Fact]
    public async Task ST2_PendingMember_GetsItsValuesOnceConfirmed()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        bench.Remote.Suppress("c1@example.com", EmulatedStatus.PendingOptIn);
        await SyncBench.SucceedAsync(bench.ImportAsync());
        shop["000001"] = shop["000001"] with { FirstName = "Changed" };
        await bench.ChangeAsync("000001");
        await bench.RunUntilQuietAsync();
        Assert.Equal("First1", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);

        bench.Remote.Resubscribe("c1@example.com", bench.Book());
        await bench.RunUntilQuietAsync();

        Assert.Equal("Changed", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);
    }

    [Fact]
    public async Task ST5_BookStatus_IsNotFinishedUntilEveryBatchSettled_AndEventsTell()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(4));
        var log = new EventLog();
        await using var bench = await SyncBench.StartAsync(shop, static options => options.MaxBatchRows = 2, log.Register);
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.FromMinutes(30) };
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await SyncBench.SucceedAsync(bench.StatusAsync());
        Assert.Equal("NotFinished", (await BookAsync(bench)).ExportStatus);
        Assert.Empty(log.Of<ExportFinished>());

        await SyncBench.SucceedAsync(bench.WaitAndAskAsync(TimeSpan.FromHours(1)));

        Assert.Equal("Finished", (await BookAsync(bench)).ExportStatus);
        var told = Assert.Single(log.Of<ExportFinished>());
        Assert.Equal(("customers", bench.Book(), "Finished"), (told.ListName, told.AddressBookId, told.Status));
    }

    [Fact]
    public async Task ST5_RefusedImport_IsNotToldAsFinished()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        var log = new EventLog();
        await using var bench = await SyncBench.StartAsync(shop, extend: log.Register);
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = Import, Status = 400 });
        await bench.CycleAsync();

        await SyncBench.SucceedAsync(bench.StatusAsync());

        Assert.NotEqual("Finished", (await BookAsync(bench)).ExportStatus);
        Assert.DoesNotContain(log.Of<ExportFinished>(), static told => told.Status == "Finished");
        await bench.RunUntilQuietAsync();
        Assert.Equal("Finished", (await BookAsync(bench)).ExportStatus);
        Assert.Equal("Finished", log.Of<ExportFinished>().Last().Status);
    }

    private static async Task<AddressBookRecord> BookAsync(SyncBench bench) =>
        (await bench.ReadAsync(static unit => unit.AddressBooks.GetAllAsync(SyncBench.Cancel))).Single(book => book.Id == bench.Book());
}
