using System.Collections.Concurrent;

namespace Dotdigital.Sdk.Integration.Quartz;

/// <summary>The jobs that this process runs now, so that a stop can cancel them and wait for what they have under way, whatever the scheduler does at its own.</summary>
internal sealed class JobsUnderWay : IDisposable
{
    private readonly ConcurrentDictionary<Task, bool> _running = new();
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Runs a job under the process's stop; does nothing when it stops already.</summary>
    public async Task RunAsync(Func<CancellationToken, Task> job, CancellationToken cancellationToken)
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        var running = job(ends.Token);
        _running.TryAdd(running, true);
        try
        {
            await running.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // What was stored stays; the next run goes on from there.
        }
        finally
        {
            _running.TryRemove(running, out _);
        }
    }

    /// <summary>Cancels all runs; none begins any more.</summary>
    public Task CancelAsync() => _stopping.CancelAsync();

    /// <summary>Waits for the end of what runs.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_running.Keys.Select(static running => running.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default)))
            .WaitAsync(cancellationToken);

    public void Dispose() => _stopping.Dispose();
}
