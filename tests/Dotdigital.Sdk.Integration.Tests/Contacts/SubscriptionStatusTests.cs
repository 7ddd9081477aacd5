using Dotdigital.Sdk.Integration.Contacts;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Contacts;

/// <summary>The class of every status, in every spelling (rule S-2).</summary>
public sealed class SubscriptionStatusTests
{
    [Theory]
    [InlineData(Reachability.Reachable, "Subscribed", "subscribed", "SUBSCRIBED", "SoftBounced", "softBounced")]
    [InlineData(Reachability.OptedOut, "Unsubscribed", "unsubscribed", "HardBounced", "hardBounced", "IspComplained", "ispComplained")]
    [InlineData(Reachability.OptedOut, "DirectComplaint", "directComplaint", "MailBlocked", "blockedlocalpart", "Suppressed", "suppressed")]
    [InlineData(Reachability.OptedOut, "SharedSuppression", "sharedsuppression", "sharedDomainSuppression", "DomainSuppression", "domainSuppressed", "NotAllowed")]
    [InlineData(Reachability.OptedOut, "NoMxRecord", "spamTrap", "purchased", "knownComplainer", "knownLitigator", "GloballySuppressed")]
    [InlineData(Reachability.Withheld, "PendingOptIn", "pendingOptIn", "pending", "Deleted", "deleted", "noSubscription")]
    [InlineData(Reachability.Withheld, "NotAvailableInThisVersion", "binned", "somethingNobodyHeardOf", "RemovedRemotely", "0", "subscribed!")]
    [InlineData(Reachability.Unknown, null, "", "   ")]
    public void S2_EverySpelling_HasItsClass(Reachability expected, params string?[] spellings) =>
        Assert.All(spellings, spelling => Assert.Equal(expected, new SubscriptionStatus(spelling).Reachability));

    [Theory]
    [InlineData("HardBounced", true)]
    [InlineData("hardbounced", true)]
    [InlineData("NoMxRecord", true)]
    [InlineData("Unsubscribed", false)]
    [InlineData("SoftBounced", false)]
    public void S2_OnlyABounceOrABadDomain_IsUndeliverable(string status, bool expected) => Assert.Equal(expected, new SubscriptionStatus(status).IsUndeliverable);
}
