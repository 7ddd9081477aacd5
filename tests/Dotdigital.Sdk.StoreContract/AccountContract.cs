using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

public abstract class AccountContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    [Fact]
    public async Task Accounts_OfAnEmptyStore_AreNone()
    {
        Assert.Empty(await Store.Accounts.GetAllAsync(Cancellation));
        Assert.Null(await Store.Accounts.FindAsync(Account, Cancellation));
        Assert.Null(await Store.Accounts.FindEndpointAsync(Account, Cancellation));
        Assert.Equal(0, await Store.Accounts.GetRevisionAsync(Cancellation));
        Assert.False(await Store.Accounts.DeleteAsync(Account, 0, Cancellation));
    }

    [Fact]
    public async Task Save_KeepsEveryFieldOfAnAccount()
    {
        var full = new AccountRecord
        {
            Id = Account,
            Name = "Shop",
            UserName = "apiuser-1@apiconnector.com",
            ProtectedPassword = "ciphertext",
            Endpoint = new Uri("https://r2-api.dotdigital.com/"),
            IntegrationToken = Guid.Parse("11111111-2222-3333-4444-555555555555"),
            IsEnabled = true,
            Schedule = new AccountSchedule { CycleInterval = TimeSpan.FromMinutes(7), ReconcileInterval = TimeSpan.FromHours(6) },
            ClientId = "client",
            ProtectedClientSecret = "other ciphertext",
            ProtectedWebhookSecrets = "third ciphertext",
            WebhookSecretCount = 2,
            AppAddress = new Uri("https://login.shop.example/"),
        };
        var plain = new AccountRecord { Id = OtherAccount, UserName = "apiuser-2@apiconnector.com" };

        Assert.True(await Store.Accounts.SaveAsync(plain, Cancellation));
        Assert.True(await Store.Accounts.SaveAsync(full, Cancellation));

        var all = await Store.Accounts.GetAllAsync(Cancellation);
        Assert.Equal([full, plain], all.Select(static account => account with { Version = 0 }));
        Assert.Equal(all[0], await Store.Accounts.FindAsync(Account, Cancellation));
    }

    [Fact]
    public async Task Save_OfAVersionThatIsNotTheStoredOne_WritesNothing()
    {
        var record = new AccountRecord { Id = Account, UserName = "first" };
        Assert.True(await Store.Accounts.SaveAsync(record, Cancellation));
        var read = (await Store.Accounts.FindAsync(Account, Cancellation))!;

        Assert.False(await Store.Accounts.SaveAsync(record with { UserName = "added again" }, Cancellation));
        Assert.True(await Store.Accounts.SaveAsync(read with { UserName = "second" }, Cancellation));
        Assert.False(await Store.Accounts.SaveAsync(read with { UserName = "lost update" }, Cancellation));
        Assert.False(await Store.Accounts.DeleteAsync(Account, read.Version, Cancellation));

        var now = (await Store.Accounts.FindAsync(Account, Cancellation))!;
        Assert.Equal("second", now.UserName);
        Assert.NotEqual(read.Version, now.Version);
    }

    [Fact]
    public async Task Save_AtOnceByMany_IsWonByOne()
    {
        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Store.Accounts.SaveAsync(new AccountRecord { Id = Account, UserName = $"u{i}" }, Cancellation))));

        Assert.Single(saved, static won => won);
    }

    [Fact]
    public async Task Revision_RisesWithEveryChangeAndOnlyThen()
    {
        var revisions = new List<long> { await Store.Accounts.GetRevisionAsync(Cancellation) };
        await Store.Accounts.SaveAsync(new AccountRecord { Id = Account, UserName = "u" }, Cancellation);
        revisions.Add(await Store.Accounts.GetRevisionAsync(Cancellation));
        var stored = (await Store.Accounts.FindAsync(Account, Cancellation))!;
        await Store.Accounts.SaveAsync(stored with { IsEnabled = true }, Cancellation);
        revisions.Add(await Store.Accounts.GetRevisionAsync(Cancellation));
        stored = (await Store.Accounts.FindAsync(Account, Cancellation))!;
        Assert.True(await Store.Accounts.DeleteAsync(Account, stored.Version, Cancellation));
        revisions.Add(await Store.Accounts.GetRevisionAsync(Cancellation));

        Assert.Equal(revisions.Distinct().Order(), revisions);
        Assert.Null(await Store.Accounts.FindAsync(Account, Cancellation));
        await Store.Accounts.SaveEndpointAsync(new AccountEndpointRecord { Account = Account, UserName = "u" }, Cancellation);
        await Store.Accounts.SaveAsync(stored, Cancellation);
        Assert.Equal(revisions[^1], await Store.Accounts.GetRevisionAsync(Cancellation));
    }

    [Fact]
    public async Task AC1_Endpoint_IsKeptByAccountAndOutlivesItsSettings()
    {
        var found = new AccountEndpointRecord { Account = Account, UserName = "u", Endpoint = new Uri("https://r3-api.dotdigital.com/"), RemoteId = 42 };
        await Store.Accounts.SaveEndpointAsync(found with { RemoteId = 1 }, Cancellation);
        await Store.Accounts.SaveEndpointAsync(found, Cancellation);
        await Store.Accounts.SaveEndpointAsync(new AccountEndpointRecord { Account = OtherAccount, UserName = "v" }, Cancellation);
        await Store.Accounts.SaveAsync(new AccountRecord { Id = Account, UserName = "u" }, Cancellation);
        await Store.Accounts.DeleteAsync(Account, (await Store.Accounts.FindAsync(Account, Cancellation))!.Version, Cancellation);

        Assert.Equal(found, await Store.Accounts.FindEndpointAsync(Account, Cancellation));
        Assert.Null((await Store.Accounts.FindEndpointAsync(OtherAccount, Cancellation))!.Endpoint);
    }
}
