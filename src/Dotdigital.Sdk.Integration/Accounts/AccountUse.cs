using System.Globalization;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>What would be left undone if an account went away.</summary>
internal sealed class AccountUse(ISyncStore store)
{
    /// <summary>Makes sure that nothing would be: connected lists, batches under way, opt-outs that one side has not been told of.</summary>
    /// <exception cref="AccountChangeException">Something would be; it is named.</exception>
    public async Task RequireNoneAsync(AccountId account, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        await using (unit.ConfigureAwait(false))
        {
            var connections = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
            var live = connections.Where(static connection => connection.DisconnectedAt is null).Select(static connection => connection.ListName).ToList();
            if (live.Count > 0)
            {
                found.Add($"connected lists ({string.Join(", ", live)})");
            }

            var open = await unit.Batches.GetAsync([BatchState.Sending, BatchState.Sent, BatchState.Ended, BatchState.Stalled], cancellationToken).ConfigureAwait(false);
            if (open.Count > 0)
            {
                found.Add(string.Create(CultureInfo.InvariantCulture, $"{open.Count} unsettled batches"));
            }

            foreach (var list in connections.Select(static connection => connection.ListName).Distinct(StringComparer.Ordinal))
            {
                if ((await unit.ListItems.PageUntoldAsync(list, null, 1, cancellationToken).ConfigureAwait(false)).Count > 0)
                {
                    found.Add($"opt-outs of list '{list}' that Dotdigital has not been told of");
                }
            }

            var (waiting, _) = await unit.Outbox.CountAsync(cancellationToken).ConfigureAwait(false);
            if (waiting > 0)
            {
                found.Add(string.Create(CultureInfo.InvariantCulture, $"{waiting} events that the host has not accepted"));
            }
        }

        if (found.Count > 0)
        {
            throw new AccountChangeException(
                account,
                AccountChangeProblem.InUse,
                $"is still in use: it has {string.Join(", ", found)}. Disconnect its lists and let it run until all is settled, or disable it instead with {nameof(IAccountService.SetEnabledAsync)}.");
        }
    }
}
