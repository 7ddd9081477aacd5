using System.Runtime.InteropServices;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>
/// Numbers the events of one read that are of the same contact, second and link (rule IM-9). A read since an instant has all events of a second
/// or none, so the numbers come out the same at every read, whatever the order of the events; one that came out late gets the next number.
/// Holds some 24 bytes for each different event of the read: one campaign's opens or clicks.
/// </summary>
internal sealed class EventOrdinals
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    private readonly Dictionary<ulong, int> _counts = [];

    public int Next(long contactId, DateTimeOffset second, string url)
    {
        var hash = Mix(Mix(FnvOffset, (ulong)contactId), (ulong)second.UtcTicks);
        foreach (var character in url)
        {
            hash = (hash ^ character) * FnvPrime;
        }

        return CollectionsMarshal.GetValueRefOrAddDefault(_counts, hash, out _)++;
    }

    private static ulong Mix(ulong hash, ulong value)
    {
        for (var shift = 0; shift < 64; shift += 8)
        {
            hash = (hash ^ ((value >> shift) & 0xFF)) * FnvPrime;
        }

        return hash;
    }
}
