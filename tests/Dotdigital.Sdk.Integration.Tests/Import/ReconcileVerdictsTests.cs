using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Import;
using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Import;

/// <summary>Rule IM-12.</summary>
public sealed class ReconcileVerdictsTests
{
    private static readonly ContactRecord Contact = new() { Id = 1, Email = EmailAddress.Parse("a@example.com"), RemoteId = 100, Status = SubscriptionStatus.Subscribed };
    private static readonly MembershipRecord Member = new() { AddressBookId = 10, ContactId = 1, ConnectionId = 3, Status = SubscriptionStatus.Subscribed };

    [Fact]
    public void Judge_SettledMemberNotInTheBook_IsMissing() => Assert.Equal(ReconcileVerdict.Missing, Judge(Member, Contact, isInBook: false));

    [Fact]
    public void Judge_MemberInTheBook_IsAsExpected() => Assert.Equal(ReconcileVerdict.None, Judge(Member, Contact, isInBook: true));

    [Fact]
    public void Judge_WhoMayNotBeJudged_IsLeftAlone()
    {
        Assert.All(
            new[]
            {
                Judge(Member with { State = MembershipState.InBatch(1, ExportOperation.Add) }, Contact, isInBook: false),
                Judge(Member with { State = MembershipState.Due(ExportOperation.Update) }, Contact, isInBook: false),
                Judge(Member with { State = MembershipState.Held("x") }, Contact, isInBook: false),
                Judge(Member with { ConnectionId = null }, Contact, isInBook: false),
                Judge(Member with { ConnectionId = 4 }, Contact, isInBook: false),
                Judge(Member with { Status = SubscriptionStatus.Unsubscribed }, Contact, isInBook: false),
                Judge(Member with { Status = SubscriptionStatus.RemovedRemotely }, Contact, isInBook: false),
                Judge(Member, Contact with { Status = SubscriptionStatus.Suppressed }, isInBook: false),
                Judge(Member, Contact with { RemoteId = null }, isInBook: false),
            },
            verdict => Assert.Equal(ReconcileVerdict.None, verdict));
    }

    [Fact]
    public void Judge_RemovedOneInTheBookAgain_IsBack() =>
        Assert.Equal(ReconcileVerdict.Back, Judge(Member with { Status = SubscriptionStatus.RemovedRemotely }, Contact, isInBook: true));

    private static ReconcileVerdict Judge(MembershipRecord membership, ContactRecord contact, bool isInBook) =>
        ReconcileVerdicts.Judge(membership, contact, 3, _ => isInBook);
}
