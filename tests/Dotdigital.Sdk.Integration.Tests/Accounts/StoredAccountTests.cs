using System.Text;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Privacy;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Secrets;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Dotdigital.Sdk.Integration.Tracking;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Accounts;

/// <summary>Accounts that are stored at run time (BEHAVIOUR sections 1 and 11), over HTTP and a real store.</summary>
public sealed class StoredAccountTests : IAsyncLifetime
{
    private static readonly AccountId Shop = new("shop");
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("dotdigital-keys-");
    private SyncBench _bench = null!;

    private static CancellationToken Cancel => SyncBench.Cancel;

    private string Password => _bench.Remote.Password;

    public async ValueTask InitializeAsync() => _bench = await SyncBench.StartAsync(new Shop());

    public async ValueTask DisposeAsync()
    {
        await _bench.DisposeAsync();
        _keys.Delete(recursive: true);
    }

    [Fact]
    public async Task Add_StoresAnAccountThatRunsWithoutConfiguration()
    {
        await using var node = AccountNode.Start(_bench, _keys);

        var added = await node.Accounts.AddAsync(Shop, AccountNode.SettingsOf(_bench), Cancel);
        await SyncBench.SucceedAsync(node.Get<ISyncOrchestrator>().RunCycleAsync(Shop, cancellationToken: Cancel));

        Assert.Equal((AccountOrigin.Store, true, "shop"), (added.Origin, added.IsEnabled, added.Name));
        Assert.Equal([JobNames.Cycle], await node.Store.Locks.TakeRequestsAsync(Shop, Cancel));
        var exists = await Assert.ThrowsAsync<AccountChangeException>(() => node.Accounts.AddAsync(Shop, AccountNode.SettingsOf(_bench), Cancel));
        Assert.Equal(AccountChangeProblem.Exists, exists.Problem);
    }

    [Fact]
    public async Task StoredAccount_IsServedByEveryDoor_AsAConfiguredOne()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var node = AccountNode.Start(_bench, _keys, null, builder => builder.AddMarketingList(shop.AsList("loose", "Loose") with { Account = null, AddressBook = null }));
        await Assert.ThrowsAsync<UnknownAccountException>(() => node.Get<IDataFieldService>().CreateAsync(Shop, new NewDataField { Name = "CITY", Type = DataFieldType.String, Visibility = "Private" }, Cancel));
        await node.Accounts.AddAsync(Shop, AccountNode.SettingsOf(_bench), Cancel);

        var created = await node.Get<IDataFieldService>().CreateAsync(Shop, new NewDataField { Name = "CITY", Type = DataFieldType.String, Visibility = "Private" }, Cancel);
        var connected = await node.Get<IConnectionService>().ConnectAsync(Shop, "loose", AddressBookChoice.New("Loose"), null, Cancel);
        await SyncBench.SucceedAsync(node.Get<ISyncOrchestrator>().RunCycleAsync(Shop, cancellationToken: Cancel));
        var explained = await node.Get<IContactExplainer>().ExplainContactAsync(Shop, "c1@example.com", Cancel);
        var forgotten = await node.Get<IPrivacyService>().ForgetPersonAsync("c1@example.com", null, Cancel);

        Assert.Equal(("CITY", "Loose"), (created.Name, connected.AddressBook));
        Assert.Contains(explained.Lists, static list => list.ListName == "loose");
        Assert.Contains(forgotten, static result => result.Account == Shop);
    }

    [Fact]
    public async Task TR4_AnAccountsOwnDailyComparison_CountsInPlaceOfTheCommonOne_AndABadOneIsRefused()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(1));
        await using var node = AccountNode.Start(_bench, _keys, static options => options.ForceSync = ForceSyncMode.None, builder => builder.AddMarketingList(shop.AsList("loose", "Loose") with { Account = null, AddressBook = null }));
        var settings = AccountNode.SettingsOf(_bench);
        settings.Schedule = new AccountSchedule { ForceSync = ForceSyncMode.Always, ForceSyncAt = new TimeOnly(12, 0), ForceSyncTimeZone = "Nowhere/Land" };
        var refused = await Assert.ThrowsAsync<AccountChangeException>(() => node.Accounts.AddAsync(Shop, settings, Cancel));
        Assert.Contains("ForceSyncTimeZone", refused.Message, StringComparison.Ordinal);
        settings.Schedule.ForceSyncTimeZone = "Europe/London";
        await node.Accounts.AddAsync(Shop, settings, Cancel);
        await node.Get<IConnectionService>().ConnectAsync(Shop, "loose", AddressBookChoice.New("Loose"), null, Cancel);
        await CycleAsync(node, 0);
        await CycleAsync(node, 10);
        shop["000001"] = shop["000001"] with { Town = "Elsewhere" };

        await CycleAsync(node, 60);
        Assert.Equal("Town1", _bench.Remote.Contact("c1@example.com")!.DataFields["TOWN"]);
        await CycleAsync(node, 4 * 60);
        await CycleAsync(node, 10);

        Assert.Equal("Elsewhere", _bench.Remote.Contact("c1@example.com")!.DataFields["TOWN"]);
    }

    private async Task CycleAsync(AccountNode node, int minutes)
    {
        _bench.Wait(minutes);
        await SyncBench.SucceedAsync(node.Get<IExportStatusOrchestrator>().RunAsync(Shop, null, null, Cancel));
        await SyncBench.SucceedAsync(node.Get<ISyncOrchestrator>().RunCycleAsync(Shop, cancellationToken: Cancel));
    }

    [Fact]
    public async Task AC1_Secrets_AreNowhereInTheClear()
    {
        const string clientSecret = "client-secret-in-the-clear";
        const string wrong = "wrong-password-in-the-clear";
        await using var node = AccountNode.Start(_bench, _keys);
        var settings = AccountNode.SettingsOf(_bench);
        settings.Password = wrong;
        settings.SingleSignOn.ClientSecret = clientSecret;

        var details = await node.Accounts.AddAsync(Shop, settings, Cancel);
        var refused = await Assert.ThrowsAsync<DotdigitalAuthenticationException>(() => node.Get<ISyncOrchestrator>().RunCycleAsync(Shop, cancellationToken: Cancel));
        var check = await node.Get<IAccountChecker>().CheckAsync(Shop, Cancel);
        var record = await node.Store.Accounts.FindAsync(Shop, Cancel);

        var shown = $"{settings} {settings.SingleSignOn} {details} {refused} {check} {record} {node.Log.Text} {string.Join('\n', await StoredText.ReadAsync(_bench))}";
        Assert.Contains("shop", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(wrong, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(clientSecret, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(wrong)), shown, StringComparison.Ordinal);
        Assert.False(check.IsConnected);
        Assert.Contains("RotatePasswordAsync", check.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_WithoutAProtector_AreRefusedWithTheRemedyAndNothingIsStored()
    {
        await using var node = AccountNode.Start(_bench, keys: null);

        var refused = await Assert.ThrowsAsync<SecretException>(() => node.Accounts.AddAsync(Shop, AccountNode.SettingsOf(_bench), Cancel));

        Assert.Contains("UseDataProtection", refused.Message, StringComparison.Ordinal);
        Assert.Equal((Shop, SecretKind.ApiPassword), (refused.Account, refused.Kind));
        Assert.Empty(await node.Store.Accounts.GetAllAsync(Cancel));
    }

    [Fact]
    public async Task AC1_ACiphertextOfAnotherAccount_IsRefused()
    {
        await using var node = AccountNode.Start(_bench, _keys);
        await node.Accounts.AddAsync(Shop, AccountNode.SettingsOf(_bench), Cancel);
        await node.Accounts.AddAsync(new AccountId("thief"), AccountNode.SettingsOf(_bench), Cancel);
        var own = (await node.Store.Accounts.FindAsync(Shop, Cancel))!;
        var thief = (await node.Store.Accounts.FindAsync(new AccountId("thief"), Cancel))!;
        await node.Store.Accounts.SaveAsync(thief with { ProtectedPassword = own.ProtectedPassword }, Cancel);
        await node.Store.Accounts.SaveAsync(own with { ProtectedPassword = own.ProtectedClientSecret }, Cancel);
        await using var restarted = AccountNode.Start(_bench, _keys);

        foreach (var id in new[] { Shop, new AccountId("thief") })
        {
            var refused = await Assert.ThrowsAsync<SecretException>(() => restarted.Get<ISyncOrchestrator>().RunCycleAsync(id, cancellationToken: Cancel));
            Assert.Equal(id, refused.Account);
        }
    }

    [Fact]
    public async Task ALostKeyRing_StopsOnlyWhatNeedsIt_AndANewPasswordIsTheRemedy()
    {
        await using (var node = AccountNode.Start(_bench, _keys))
        {
            await node.Accounts.AddAsync(Shop, AccountNode.SettingsOf(_bench), Cancel);
        }

        var others = Directory.CreateTempSubdirectory("dotdigital-keys-");
        try
        {
            await using var after = AccountNode.Start(_bench, others, options => options.Accounts["main"] = AccountNode.SettingsOf(_bench));

            var lost = await Assert.ThrowsAsync<SecretException>(() => after.Get<ISyncOrchestrator>().RunCycleAsync(Shop, cancellationToken: Cancel));
            Assert.Contains("'shop'", lost.Message, StringComparison.Ordinal);
            Assert.Contains("RotatePasswordAsync", lost.Message, StringComparison.Ordinal);
            Assert.Equal(lost.Message, (await after.Get<IAccountChecker>().CheckAsync(Shop, Cancel)).Problem);
            Assert.Equal(["main", "shop"], (await after.Accounts.GetAllAsync(Cancel)).Select(static account => account.Id.Value));
            await SyncBench.SucceedAsync(after.Get<ISyncOrchestrator>().RunCycleAsync(SyncBench.Id, cancellationToken: Cancel));
            await after.Store.Changes.AppendAsync([new(0, "Customer", string.Empty, "1")], Cancel);
            await after.Get<Integration.Tracking.ITrackedChangeProcessor>().RunAsync(cancellationToken: Cancel);
            Assert.Empty(await after.Store.Changes.ReadAsync(0, 10, Cancel));

            await after.Accounts.RotatePasswordAsync(Shop, Password, Cancel);
            await SyncBench.SucceedAsync(after.Get<ISyncOrchestrator>().RunCycleAsync(Shop, cancellationToken: Cancel));
        }
        finally
        {
            others.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task AChange_IsNoticedByAnotherNodeWithin30Seconds()
    {
        await using var bench = await SyncBench.StartAsync([], clockSpeed: 0);
        await using var one = AccountNode.Start(bench, _keys);
        await using var two = AccountNode.Start(bench, _keys);
        Assert.Empty(await two.Accounts.GetAllAsync(Cancel));
        var wrong = AccountNode.SettingsOf(bench);
        wrong.Password = "wrong";

        await one.Accounts.AddAsync(Shop, wrong, Cancel);
        bench.Emulator.Clock.Advance(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<DotdigitalAuthenticationException>(() => two.Get<ISyncOrchestrator>().RunCycleAsync(Shop, cancellationToken: Cancel));

        await one.Accounts.RotatePasswordAsync(Shop, bench.Remote.Password, Cancel);
        bench.Emulator.Clock.Advance(TimeSpan.FromSeconds(30));
        await SyncBench.SucceedAsync(two.Get<ISyncOrchestrator>().RunCycleAsync(Shop, cancellationToken: Cancel));

        await one.Accounts.SetEnabledAsync(Shop, false, Cancel);
        bench.Emulator.Clock.Advance(TimeSpan.FromSeconds(30));
        var disabled = await Assert.ThrowsAsync<UnknownAccountException>(() => two.Get<ISyncOrchestrator>().RunCycleAsync(Shop, cancellationToken: Cancel));
        Assert.Contains("SetEnabledAsync", disabled.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StoredSettings_WinOverConfiguredOnes_AndKeepTheirSecretsUntilChanged()
    {
        await using var node = AccountNode.Start(_bench, _keys, options => options.Accounts["main"] = AccountNode.SettingsOf(_bench));

        var changed = await node.Accounts.UpdateAsync(
            SyncBench.Id,
            settings =>
            {
                Assert.Empty(settings.Password);
                Assert.Null(settings.SingleSignOn.ClientSecret);
                settings.Name = "The shop";
                settings.Schedule.CycleInterval = TimeSpan.FromMinutes(9);
            },
            Cancel);

        Assert.Equal((AccountOrigin.StoreOverConfiguration, "The shop", TimeSpan.FromMinutes(9)), (changed.Origin, changed.Name, changed.CycleInterval));
        Assert.Equal(new DotdigitalIntegrationOptions().ExportStatusInterval, changed.ExportStatusInterval);
        Assert.Null((await node.Store.Accounts.FindAsync(SyncBench.Id, Cancel))!.ProtectedPassword);
        await SyncBench.SucceedAsync(node.Get<ISyncOrchestrator>().RunCycleAsync(SyncBench.Id, cancellationToken: Cancel));

        await node.Accounts.RemoveAsync(SyncBench.Id, Cancel);
        Assert.Equal(AccountOrigin.Configuration, (await node.Accounts.FindAsync(SyncBench.Id, Cancel))!.Origin);
        var configured = await Assert.ThrowsAsync<AccountChangeException>(() => node.Accounts.RemoveAsync(SyncBench.Id, Cancel));
        Assert.Equal(AccountChangeProblem.Configured, configured.Problem);
    }

    [Fact]
    public async Task Update_TellsEveryMistakeAtOnce_AndStoresNothing()
    {
        await using var node = AccountNode.Start(_bench, _keys);
        await node.Accounts.AddAsync(Shop, AccountNode.SettingsOf(_bench), Cancel);
        var before = await node.Store.Accounts.FindAsync(Shop, Cancel);

        var invalid = await Assert.ThrowsAsync<AccountChangeException>(() => node.Accounts.UpdateAsync(
            Shop,
            static settings =>
            {
                settings.UserName = "apiuser-other@apiconnector.com";
                settings.SingleSignOn.ClientId = "another";
                settings.Schedule.CycleInterval = TimeSpan.Zero;
            },
            Cancel));

        Assert.Equal(AccountChangeProblem.Invalid, invalid.Problem);
        Assert.All(["Password", "SingleSignOn:ClientSecret", "Schedule:CycleInterval"], key => Assert.Contains(key, invalid.Message, StringComparison.Ordinal));
        Assert.Equal(before, await node.Store.Accounts.FindAsync(Shop, Cancel));
    }

    [Theory]
    [InlineData("https://api.example.com/")]
    [InlineData("http://r1-api.dotdigital.com/")]
    [InlineData("https://user:pass@r1-api.dotdigital.com/")]
    public async Task AC1_AStoredEndpoint_ThatIsNotDotdigitals_IsRefusedBeforeItIsSavedAndWhenItIsUsed(string endpoint)
    {
        await using var node = AccountNode.Start(_bench, _keys);
        var settings = AccountNode.SettingsOf(_bench);
        settings.Endpoint = new Uri(endpoint);

        await Assert.ThrowsAsync<DotdigitalEndpointNotAllowedException>(() => node.Accounts.AddAsync(Shop, settings, Cancel));
        Assert.Empty(await node.Store.Accounts.GetAllAsync(Cancel));

        await node.Accounts.AddAsync(Shop, AccountNode.SettingsOf(_bench), Cancel);
        await node.Store.Accounts.SaveAsync((await node.Store.Accounts.FindAsync(Shop, Cancel))! with { Endpoint = settings.Endpoint }, Cancel);
        await using var restarted = AccountNode.Start(_bench, _keys);
        await Assert.ThrowsAsync<DotdigitalEndpointNotAllowedException>(() => restarted.Get<ISyncOrchestrator>().RunCycleAsync(Shop, cancellationToken: Cancel));
    }

    [Fact]
    public async Task AC1_Check_TriesSettingsBeforeTheyAreSaved()
    {
        await using var node = AccountNode.Start(_bench, _keys);
        var checker = node.Get<IAccountChecker>();
        var settings = AccountNode.SettingsOf(_bench);

        Assert.True((await checker.CheckAsync(Shop, settings, Cancel)).IsConnected);
        Assert.Empty(await node.Store.Accounts.GetAllAsync(Cancel));
        settings.Password = string.Empty;
        Assert.False((await checker.CheckAsync(Shop, settings, Cancel)).IsConnected);

        await node.Accounts.AddAsync(Shop, AccountNode.SettingsOf(_bench), Cancel);
        Assert.True((await checker.CheckAsync(Shop, settings, Cancel)).IsConnected, "A blank password stands for the stored one.");
        settings.Password = "wrong";
        Assert.False((await checker.CheckAsync(Shop, settings, Cancel)).IsConnected);
    }

    [Fact]
    public async Task Remove_IsRefusedWhileListsAreConnected_AndNamesThem()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        MarketingList list = shop.AsList("customers", "Customers") with { Account = Shop };
        await using var node = AccountNode.Start(_bench, _keys, extend: builder => builder.AddMarketingList(list));
        await node.Accounts.AddAsync(Shop, AccountNode.SettingsOf(_bench), Cancel);
        await SyncBench.SucceedAsync(node.Get<ISyncOrchestrator>().RunCycleAsync(Shop, cancellationToken: Cancel));

        var used = await Assert.ThrowsAsync<AccountChangeException>(() => node.Accounts.RemoveAsync(Shop, Cancel));

        Assert.Equal(AccountChangeProblem.InUse, used.Problem);
        Assert.Contains("customers", used.Message, StringComparison.Ordinal);
        Assert.Contains("unsettled", used.Message, StringComparison.Ordinal);
        Assert.NotNull(await node.Accounts.FindAsync(Shop, Cancel));
    }

    [Fact]
    public async Task Remove_OfAnIdleAccount_ForgetsItsSecrets()
    {
        await using var node = AccountNode.Start(_bench, _keys);
        await node.Accounts.AddAsync(Shop, AccountNode.SettingsOf(_bench), Cancel);

        await node.Accounts.RemoveAsync(Shop, Cancel);

        Assert.Null(await node.Accounts.FindAsync(Shop, Cancel));
        await Assert.ThrowsAsync<UnknownAccountException>(() => node.Accounts.RemoveAsync(Shop, Cancel));
        await Assert.ThrowsAsync<UnknownAccountException>(() => node.Accounts.SetEnabledAsync(Shop, true, Cancel));
    }
}
