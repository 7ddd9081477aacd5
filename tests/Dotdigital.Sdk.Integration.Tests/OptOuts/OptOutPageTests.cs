using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.OptOuts;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Import;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.OptOuts;

/// <summary>One page of opted-out people, row by row (rules OP-1, OP-2, S-3).</summary>
public sealed class OptOutPageTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, Reachability.Reachable)]
    [InlineData(1, Reachability.OptedOut)]
    public async Task OP2_ARowOlderThanTheLastSubscription_IsNotApplied(int minutes, Reachability expected)
    {
        await using var bench = await ImportBench.StartAsync();
        await StoreAsync(bench, new ContactRecord { Id = 1, Email = EmailAddress.Parse("a@example.com"), Status = SubscriptionStatus.Subscribed, LastSubscribedAt = Noon }, null);

        await ApplyAsync(bench, null, Row("A@Example.com", 7, "Unsubscribed", Noon.AddMinutes(minutes)));

        Assert.Equal(expected, (await bench.ReadAsync(unit => unit.Contacts.FindAsync([1], ImportBench.Cancel))).Single().Status.Reachability);
    }

    [Theory]
    [InlineData(-1, Reachability.Unknown)]
    [InlineData(1, Reachability.OptedOut)]
    public async Task OP1_ARowOfABookOlderThanTheLastSubscription_IsNotApplied(int minutes, Reachability expected)
    {
        await using var bench = await ImportBench.StartAsync();
        await StoreAsync(
            bench,
            new ContactRecord { Id = 1, Email = EmailAddress.Parse("a@example.com"), Status = SubscriptionStatus.Subscribed, LastSubscribedAt = Noon },
            new MembershipRecord { AddressBookId = 9, ContactId = 1 });

        await ApplyAsync(bench, 9, Row("a@example.com", 7, "Unsubscribed", Noon.AddMinutes(minutes)));

        Assert.Equal(expected, (await bench.ReadAsync(unit => unit.Memberships.FindByContactAsync([1], ImportBench.Cancel))).Single().Status.Reachability);
    }

    [Fact]
    public async Task S3_WhoOptedOutOfTheBook_HasNoRenameLeft()
    {
        await using var bench = await ImportBench.StartAsync();
        var membership = new MembershipRecord
        {
            AddressBookId = 9, ContactId = 1, ConnectionId = 3, ItemId = "i", State = MembershipState.Due(ExportOperation.Rename), RenameTo = EmailAddress.Parse("b@example.com"),
        };
        await StoreAsync(bench, new ContactRecord { Id = 1, Email = EmailAddress.Parse("a@example.com"), Status = SubscriptionStatus.Subscribed }, membership);

        await ApplyAsync(bench, 9, Row("a@example.com", 7, "Unsubscribed", Noon));

        var now = (await bench.ReadAsync(unit => unit.Memberships.FindByContactAsync([1], ImportBench.Cancel))).Single();
        Assert.Equal((MembershipState.Clean, null, Noon), (now.State, now.RenameTo, now.UnsubscribedAt));
    }

    [Fact]
    public async Task OP2_OneIdUnderTwoAddresses_AnUnheardOfReason_AndARowWithoutAnEmail_DoNotStopThePage()
    {
        await using var bench = await ImportBench.StartAsync();

        await ApplyAsync(bench, null, Row("a@example.com", 7, "Unsubscribed", Noon), Row("b@example.com", 7, "BrandNewReason", null), Row(null, 8, "Unsubscribed", Noon), new ContactSuppression());

        var stored = await bench.ReadAsync(unit => unit.Contacts.PageAsync(0, 10, ImportBench.Cancel));
        Assert.Equal(["a@example.com", "b@example.com"], stored.Select(static contact => contact.Email.Value));
        Assert.All(stored, static contact => Assert.Equal(Reachability.OptedOut, contact.Status.Reachability));
    }

    private static ContactSuppression Row(string? email, long id, string reason, DateTimeOffset? at) =>
        new() { SuppressedContact = new Contact { Id = id, Email = email }, DateRemoved = at, Reason = new ContactStatus(reason) };

    private static Task StoreAsync(ImportBench bench, ContactRecord contact, MembershipRecord? membership) => bench.WriteAsync(async unit =>
    {
        await unit.Contacts.SaveAsync([contact], ImportBench.Cancel);
        await unit.Memberships.SaveAsync(membership is null ? [] : [membership], ImportBench.Cancel);
    });

    private static Task ApplyAsync(ImportBench bench, int? book, params IReadOnlyList<ContactSuppression> rows) =>
        bench.WriteAsync(unit => OptOutPageWriter.ApplyAsync(unit, bench.Run(), book, rows, ImportBench.Cancel));
}
