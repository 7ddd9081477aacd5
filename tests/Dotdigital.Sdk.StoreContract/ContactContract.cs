using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

public abstract class ContactContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    [Fact]
    public async Task Save_AllFields_ReadBackAsWritten()
    {
        var contact = new ContactRecord
        {
            Id = 7,
            Email = Email("Ünï.Cøde@exämple.com"),
            RemoteId = 9_000_000_000,
            Status = new SubscriptionStatus("someNewStatus"),
            UnsubscribedAt = Noon.AddTicks(1234567),
            LastSubscribedAt = Noon.ToOffset(TimeSpan.FromHours(5)),
            OptInType = "VerifiedDouble",
            EmailType = "Html",
            Snapshot = FieldValues.Create([new("FIRSTNAME", "Zoë \"Z\" 🙂"), new("TOWN", string.Empty)]),
            SnapshotVersion = 3,
        };
        await WriteAsync(unit => unit.Contacts.SaveAsync([contact], Cancellation));

        var read = Assert.Single(await ReadAsync(unit => unit.Contacts.FindAsync([7], Cancellation)));

        Assert.Equal(contact, read);
        Assert.Equal("someNewStatus", read.Status.Value);
        Assert.Equal(Reachability.Withheld, read.Status.Reachability);
    }

    [Fact]
    public async Task Save_OfAKnownId_Replaces()
    {
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(1, "a@x.com", 5, SubscriptionStatus.Subscribed)], Cancellation));
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(1, "a@x.com")], Cancellation));

        Assert.Equal([Contact(1, "a@x.com")], await ReadAsync(unit => unit.Contacts.PageAsync(0, 10, Cancellation)));
        Assert.Empty(await ReadAsync(unit => unit.Contacts.FindByRemoteIdAsync([5], Cancellation)));
    }

    [Fact]
    public async Task Find_ByIdEmailOrRemoteId_GivesThoseThatExist()
    {
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(1, "a@x.com", 11), Contact(2, "b@x.com", 12), Contact(3, "c@x.com")], Cancellation));

        await using var unit = await Store.BeginAsync(Account, Cancellation);
        Assert.Equal([1, 3], (await unit.Contacts.FindAsync([1, 3, 99], Cancellation)).Select(contact => contact.Id).Order());
        Assert.Equal([2, 3], (await unit.Contacts.FindByEmailAsync([Email("B@x.com"), Email("c@x.com"), Email("d@x.com")], Cancellation)).Select(contact => contact.Id).Order());
        Assert.Equal([1, 2], (await unit.Contacts.FindByRemoteIdAsync([11, 12, 13], Cancellation)).Select(contact => contact.Id).Order());
        Assert.Empty(await unit.Contacts.FindAsync([], Cancellation));
    }

    [Fact]
    public async Task Find_OfFiveThousandKeys_Works()
    {
        var contacts = Enumerable.Range(1, 5000).Select(id => Contact(id, $"p{id}@x.com", id + 100_000L)).ToList();
        await WriteAsync(unit => unit.Contacts.SaveAsync(contacts, Cancellation));

        await using var unit = await Store.BeginAsync(Account, Cancellation);
        Assert.Equal(5000, (await unit.Contacts.FindAsync([.. contacts.Select(contact => contact.Id)], Cancellation)).Count);
        Assert.Equal(5000, (await unit.Contacts.FindByEmailAsync([.. contacts.Select(contact => contact.Email)], Cancellation)).Count);
        Assert.Equal(5000, (await unit.Contacts.FindByRemoteIdAsync([.. contacts.Select(contact => contact.RemoteId!.Value)], Cancellation)).Count);
        Assert.Equal(5000, await unit.Contacts.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Save_ContactsThatSwapAddressesAndRemoteIds_Succeeds()
    {
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(1, "a@x.com", 11), Contact(2, "b@x.com", 12)], Cancellation));
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(1, "b@x.com", 12), Contact(2, "a@x.com", 11)], Cancellation));

        await using var unit = await Store.BeginAsync(Account, Cancellation);
        Assert.Equal(2, Assert.Single(await unit.Contacts.FindByEmailAsync([Email("a@x.com")], Cancellation)).Id);
        Assert.Equal(1, Assert.Single(await unit.Contacts.FindByRemoteIdAsync([12], Cancellation)).Id);
        Assert.Empty(await unit.Contacts.FindByRemoteIdAsync([13], Cancellation));
    }

    [Fact]
    public async Task Save_ANewContactWithTheAddressThatAnotherGivesUpInTheCall_Succeeds()
    {
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(1, "a@x.com", 11)], Cancellation));
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(2, "a@x.com", 11), Contact(1, "c@x.com")], Cancellation));

        Assert.Equal([Contact(1, "c@x.com"), Contact(2, "a@x.com", 11)], await ReadAsync(unit => unit.Contacts.PageAsync(0, 10, Cancellation)));
    }

    [Theory]
    [InlineData("a@x.com", 12L)]
    [InlineData("b@x.com", 11L)]
    public async Task Save_OfAnAddressOrRemoteIdThatAnotherKeeps_IsRefused(string email, long remoteId)
    {
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(1, "a@x.com", 11)], Cancellation));

        await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(unit => unit.Contacts.SaveAsync([Contact(2, email, remoteId)], Cancellation)));

        Assert.Equal([Contact(1, "a@x.com", 11)], await ReadAsync(unit => unit.Contacts.PageAsync(0, 10, Cancellation)));
    }

    [Fact]
    public async Task Page_ByCursor_GivesAllInIdOrder()
    {
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(3, "c@x.com"), Contact(1, "a@x.com"), Contact(2, "b@x.com")], Cancellation));

        Assert.Equal([1, 2], (await ReadAsync(unit => unit.Contacts.PageAsync(0, 2, Cancellation))).Select(contact => contact.Id));
        Assert.Equal([3], (await ReadAsync(unit => unit.Contacts.PageAsync(2, 2, Cancellation))).Select(contact => contact.Id));
        Assert.Empty(await ReadAsync(unit => unit.Contacts.PageAsync(3, 2, Cancellation)));
    }

    [Fact]
    public async Task AllocateIds_AfterDeletes_NeverGivesAnIdTwice()
    {
        var first = 0L;
        await WriteAsync(async unit =>
        {
            first = await unit.Contacts.AllocateIdsAsync(3, Cancellation);
            await unit.Contacts.SaveAsync([Contact(first + 2, "a@x.com")], Cancellation);
        });
        await WriteAsync(unit => unit.Contacts.DeleteAsync([first + 2], Cancellation));

        Assert.Equal(1, first);
        Assert.Equal(4, await ReadAsync(unit => unit.Contacts.AllocateIdsAsync(1, Cancellation)));
        Assert.Equal(1, await ReadAsync(unit => unit.Contacts.AllocateIdsAsync(1, Cancellation), OtherAccount));
        Assert.Equal(0, await ReadAsync(unit => unit.Contacts.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Delete_FreesAddressAndRemoteId()
    {
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(1, "a@x.com", 11)], Cancellation));
        await WriteAsync(async unit =>
        {
            await unit.Contacts.DeleteAsync([1, 99], Cancellation);
            await unit.Contacts.SaveAsync([Contact(2, "a@x.com", 11)], Cancellation);
        });

        Assert.Equal([Contact(2, "a@x.com", 11)], await ReadAsync(unit => unit.Contacts.PageAsync(0, 10, Cancellation)));
    }
}
