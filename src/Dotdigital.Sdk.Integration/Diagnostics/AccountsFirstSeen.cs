using System.Collections.Concurrent;
using Dotdigital.Sdk.Integration.Accounts;
using Microsoft.Extensions.Hosting;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>Since when this process knows each account: what never ran gets its time from then. Those that the first check finds are known since the host's start.</summary>
internal sealed class AccountsFirstSeen(TimeProvider time) : IHostedService
{
    private readonly ConcurrentDictionary<AccountId, DateTimeOffset> _seen = new();
    private readonly DateTimeOffset _started = time.GetUtcNow();
    private volatile bool _isChecked;

    /// <summary>Since when the account is known.</summary>
    public DateTimeOffset Of(AccountId account) => _seen.GetOrAdd(account, _ => _isChecked ? time.GetUtcNow() : _started);

    /// <summary>A check has seen all accounts there are: a further one is new.</summary>
    public void CheckEnded() => _isChecked = true;

    /// <summary>Made with the host: from now on the time runs.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Nothing is held.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
