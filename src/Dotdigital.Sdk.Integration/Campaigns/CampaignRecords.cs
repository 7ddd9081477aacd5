using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>Comparison of campaigns by content: a record compares its list of books by reference.</summary>
internal static class CampaignRecords
{
    public static bool AreSame(CampaignRecord? one, CampaignRecord? other) =>
        one is null || other is null
            ? ReferenceEquals(one, other)
            : one.AddressBookIds.SequenceEqual(other.AddressBookIds) && (one with { AddressBookIds = other.AddressBookIds }).Equals(other);
}
