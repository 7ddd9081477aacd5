using System.Collections.Concurrent;

namespace Dotdigital.Sdk.RateLimits;

/// <summary>The calls of one API user that are held now.</summary>
internal sealed class RateLimitWaits
{
    private readonly ConcurrentDictionary<object, RateLimitWait> waits = new(ReferenceEqualityComparer.Instance);

    /// <summary>Notes a wait until what is returned is disposed of.</summary>
    public Note Add(RateLimitWait wait)
    {
        var note = new Note(this);
        waits[note] = wait;
        return note;
    }

    public IReadOnlyList<RateLimitWait> GetAll() => [.. waits.Values.OrderBy(static wait => wait.Since)];

    /// <summary>One wait.</summary>
    internal sealed class Note(RateLimitWaits all) : IDisposable
    {
        public void Dispose() => all.waits.TryRemove(this, out _);
    }
}
