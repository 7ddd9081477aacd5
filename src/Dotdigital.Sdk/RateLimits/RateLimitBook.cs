using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dotdigital.Sdk.Http;

namespace Dotdigital.Sdk.RateLimits;

/// <summary>The state that the clients of one API user share, and which accounts use it.</summary>
internal sealed class RateLimitBook(TimeProvider time) : IDotdigitalRateLimits
{
    private readonly ConcurrentDictionary<string, AccountState> states = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, ImmutableDictionary<string, AccountState>> users = new(StringComparer.Ordinal);

    /// <summary>The state of an API user, noted for the account.</summary>
    /// <param name="accountName">The account.</param>
    /// <param name="userName">The API user.</param>
    /// <param name="key">What the state belongs to: the user, and the emulator it is known to.</param>
    public AccountState GetState(string accountName, string userName, string key)
    {
        var state = states.GetOrAdd(key, static _ => new());
        if (!users.TryGetValue(accountName, out var known) || !known.TryGetValue(userName, out var noted) || noted != state)
        {
            users.AddOrUpdate(
                accountName,
                static (_, added) => ImmutableDictionary.Create<string, AccountState>(StringComparer.OrdinalIgnoreCase).SetItem(added.userName, added.state),
                static (_, before, added) => before.SetItem(added.userName, added.state),
                (userName, state));
        }

        return state;
    }

    public IReadOnlyList<AccountRateLimits> GetAll() => [.. users.Keys.Order(StringComparer.Ordinal).SelectMany(Get)];

    public IReadOnlyList<AccountRateLimits> Get(string accountName)
    {
        ArgumentNullException.ThrowIfNull(accountName);
        return users.TryGetValue(accountName, out var known)
            ? [.. known.OrderBy(static user => user.Key, StringComparer.Ordinal).Select(user => Read(accountName, user.Key, user.Value))]
            : [];
    }

    private AccountRateLimits Read(string accountName, string userName, AccountState state) =>
        new(accountName, userName, state.SeenAt, state.Limiter.GetTiers(time.GetUtcNow()), state.Waits.GetAll());
}
