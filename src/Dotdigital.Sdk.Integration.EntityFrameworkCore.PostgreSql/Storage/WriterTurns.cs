using System.Collections.Concurrent;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Storage;

/// <summary>
/// The turns to write within this process, one at a time for each name. Waiting here needs no connection; only the first in a line waits for other
/// processes on one, so that a busy account cannot use up the pool that the others need (rule BL-2).
/// </summary>
internal sealed class WriterTurns
{
    // One small object an account, kept for good: accounts are few, and forgetting one while somebody waits for it would give two turns.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>Takes a turn if nobody has it.</summary>
    public bool TryTake(string name) => Of(name).Wait(0);

    /// <summary>Waits for a turn.</summary>
    /// <returns>False when it did not come within the time.</returns>
    public Task<bool> TakeAsync(string name, TimeSpan timeout, CancellationToken cancellationToken) => Of(name).WaitAsync(timeout, cancellationToken);

    /// <summary>Gives a turn back.</summary>
    public void Return(string name) => Of(name).Release();

    private SemaphoreSlim Of(string name) => _turns.GetOrAdd(name, static _ => new SemaphoreSlim(1, 1));
}
