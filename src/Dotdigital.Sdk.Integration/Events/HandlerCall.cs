using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Events;

/// <summary>
/// Calls the host with a limit of time: a handler that hangs must not hold the account's lock. It is cancelled, and left behind if it does not
/// heed that; a blocking one is kept off the run's own thread.
/// </summary>
internal static class HandlerCall
{
    /// <summary>Calls.</summary>
    /// <exception cref="TimeoutException">The host took longer than <see cref="DotdigitalIntegrationOptions.HandlerTimeout"/>.</exception>
    public static async Task<T> RunAsync<T>(AccountRun run, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(run.Options.HandlerTimeout, run.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var token = either.Token;
        var called = Task.Run(() => call(token), CancellationToken.None);
        try
        {
            return await called.WaitAsync(token).ConfigureAwait(false);
        }
        catch (OperationCanceledException late) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // What it throws after it was left behind is nobody's any more.
            _ = called.ContinueWith(static left => _ = left.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw new TimeoutException($"The host took longer than Dotdigital:HandlerTimeout ({run.Options.HandlerTimeout}); it is asked again later.", late);
        }
    }

    /// <summary>Calls, for hosts that answer nothing.</summary>
    /// <exception cref="TimeoutException">The host took longer than <see cref="DotdigitalIntegrationOptions.HandlerTimeout"/>.</exception>
    public static Task RunAsync(AccountRun run, Func<CancellationToken, Task> call, CancellationToken cancellationToken) => RunAsync(
        run,
        async token =>
        {
            await call(token).ConfigureAwait(false);
            return true;
        },
        cancellationToken);
}
