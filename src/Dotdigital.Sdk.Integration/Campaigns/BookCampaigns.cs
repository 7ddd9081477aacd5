using Dotdigital.Sdk.Campaigns;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>What the reads of the connected books' campaigns brought, and what follows from it for the stored ones (rule IM-2).</summary>
internal sealed class BookCampaigns
{
    private readonly Dictionary<int, (CampaignRecord Details, SortedSet<int> Books)> _seen = [];
    private readonly HashSet<int> _readBooks = [];
    private readonly HashSet<int> _failedBooks = [];

    public int Count => _seen.Count;

    public int BookCount => _readBooks.Count + _failedBooks.Count;

    /// <summary>Whether every book's read succeeded.</summary>
    public bool IsComplete => _failedBooks.Count == 0;

    public IEnumerable<int> Ids => _seen.Keys;

    public void Add(int addressBookId, Campaign campaign)
    {
        var books = _seen.TryGetValue(campaign.Id, out var seen) ? seen.Books : [];
        books.Add(addressBookId);
        _seen[campaign.Id] = (ToDetails(campaign), books);
    }

    public void EndBook(int addressBookId) => _readBooks.Add(addressBookId);

    public void FailBook(int addressBookId) => _failedBooks.Add(addressBookId);

    public bool Contains(int campaignId) => _seen.ContainsKey(campaignId);

    /// <summary>The campaign as it is to be stored: details as read; a failed book's link to it is kept.</summary>
    public CampaignRecord Merge(int campaignId, CampaignRecord? stored)
    {
        var (details, books) = _seen[campaignId];
        List<int> links = [.. books.Union(stored?.AddressBookIds.Where(_failedBooks.Contains) ?? []).Order()];
        if (stored is null)
        {
            return details with { AddressBookIds = links };
        }

        return details with
        {
            AddressBookIds = stored.AddressBookIds.SequenceEqual(links) ? stored.AddressBookIds : links,
            SentAt = stored.SentAt,
            IsAnnounced = stored.IsAnnounced,

            // Without a summary it counts as never read: activity from the time when it was gone or its books were not connected is asked for (rule IM-9).
            Summary = stored.AddressBookIds.Count == 0 || stored.DeletedAt is not null ? null : stored.Summary,
        };
    }

    /// <summary>Whether a stored campaign that no read brought may be taken as gone: every read succeeded and one of its books is still connected.</summary>
    public bool MayBeGone(CampaignRecord stored) =>
        IsComplete && stored.DeletedAt is null && !Contains(stored.Id) && stored.AddressBookIds.Any(_readBooks.Contains);

    /// <summary>The stored campaign with its links to books that are no longer connected cut.</summary>
    public CampaignRecord CutLinks(CampaignRecord stored) =>
        stored.AddressBookIds.All(IsConnected) ? stored : stored with { AddressBookIds = [.. stored.AddressBookIds.Where(IsConnected)] };

    private bool IsConnected(int addressBookId) => _readBooks.Contains(addressBookId) || _failedBooks.Contains(addressBookId);

    private static CampaignRecord ToDetails(Campaign campaign) => new()
    {
        Id = campaign.Id,
        Name = campaign.Name,
        Subject = campaign.Subject,
        FromName = campaign.FromName,
        FromAddress = campaign.FromAddress?.Email,
        ReplyAction = NullIfEmpty(campaign.ReplyAction.Value),
        ReplyToAddress = campaign.ReplyToAddress,
        IsSplitTest = campaign.IsSplitTest,
        Status = NullIfEmpty(campaign.Status.Value),
    };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
