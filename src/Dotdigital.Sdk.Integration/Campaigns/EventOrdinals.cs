using System.Runtime.InteropServices;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Import;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>
/// Numbers the events of one read that are of the same contact, second and link (rule IM-9). A read since an instant has all events of a second
/// or none, so the numbers come out the same at every read, whatever the order of the events; one that came out late gets the next number.
/// What was counted is staged with the place after it, so that a later run counts on (rule W-2). Holds some 24 bytes for each different event
/// of the slice.
/// </summary>
/// <param name="isResumed">Whether an earlier run counted the first events of the read.</param>
internal sealed class EventOrdinals(bool isResumed = false)
{
    private const int StageSize = 5000;

    private readonly Dictionary<long, int> _counts = [];
    private readonly HashSet<long> _unstaged = [];

    /// <summary>Looks up what earlier runs counted of a page's events.</summary>
    public async Task LoadAsync(IUnitOfWork unit, int campaignId, IEnumerable<CampaignEvent> events, CancellationToken cancellationToken)
    {
        if (!isResumed)
        {
            return;
        }

        var unknown = events.Select(static happened => KeyOf(happened.ContactId, happened.At!.Value.ToSecond(), happened.Url)).Where(key => !_counts.ContainsKey(key)).ToHashSet();
        foreach (var staged in await unit.StagedIds.FindAsync(StepNames.ImportActivities, campaignId, unknown, cancellationToken).ConfigureAwait(false))
        {
            _counts[staged.Id] = (int)staged.Value;
        }
    }

    /// <summary>The number of the next event.</summary>
    public int Next(long contactId, DateTimeOffset second, string url)
    {
        var key = KeyOf(contactId, second, url);
        _unstaged.Add(key);
        return CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _)++;
    }

    /// <summary>Stores what was counted since the last call.</summary>
    public async Task StageAsync(IUnitOfWork unit, int campaignId, CancellationToken cancellationToken)
    {
        foreach (var keys in _unstaged.Chunk(StageSize))
        {
            await unit.StagedIds.SaveAsync(StepNames.ImportActivities, campaignId, [.. keys.Select(key => new StagedId(key, _counts[key]))], cancellationToken).ConfigureAwait(false);
        }

        _unstaged.Clear();
    }

    private static long KeyOf(long contactId, DateTimeOffset second, string url) => (long)StableHash.Seed.Mix(contactId).Mix(second.UtcTicks).Mix(url);
}
