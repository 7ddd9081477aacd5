using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>
/// Gives the client of an account at its endpoint (rule AC-1). account-info is asked once for every API user, and what it told is stored: a restart
/// costs no call, and an API user of another Dotdigital account is noticed before anything is read or sent.
/// </summary>
internal sealed partial class AccountConnector(IAccountClients clients, ISyncStore store, IOptions<DotdigitalClientOptions> options, ILogger<AccountConnector> logger)
{
    private const string EndpointProperty = "ApiEndpoint";

    /// <summary>The client of an account.</summary>
    /// <exception cref="AccountMismatchException">The API user belongs to another Dotdigital account than before.</exception>
    /// <exception cref="DotdigitalEndpointNotAllowedException">The endpoint may not be sent credentials.</exception>
    public async Task<IDotdigitalClient> ConnectAsync(EffectiveAccount account, CancellationToken cancellationToken)
    {
        var endpoint = await FindEndpointAsync(account, cancellationToken).ConfigureAwait(false);
        return clients.Get(account.Id, WithEndpoint(account.Settings, endpoint));
    }

    /// <summary>The endpoint of an account: given, stored, or asked for now.</summary>
    public async Task<Uri> FindEndpointAsync(EffectiveAccount account, CancellationToken cancellationToken)
    {
        var settings = account.Settings;
        var known = await store.Accounts.FindEndpointAsync(account.Id, cancellationToken).ConfigureAwait(false);
        var isSameUser = known is not null && string.Equals(known.UserName, settings.UserName, StringComparison.OrdinalIgnoreCase);
        if (isSameUser && (settings.Endpoint ?? known!.Endpoint) is { } endpoint && IsAllowed(endpoint))
        {
            return endpoint;
        }

        var discovery = settings.Endpoint ?? options.Value.RegionDiscoveryEndpoint;
        var info = await clients.Get(account.Id, WithEndpoint(settings, discovery)).Account.GetInfoAsync(cancellationToken).ConfigureAwait(false);
        if (known is { RemoteId: > 0 } && info.Id > 0 && info.Id != known.RemoteId)
        {
            throw new AccountMismatchException(account.Id, known.RemoteId, info.Id);
        }

        var told = Uri.TryCreate(info.GetProperty(EndpointProperty), UriKind.Absolute, out var named) ? named : null;
        var found = settings.Endpoint ?? told ?? throw new DotdigitalResponseException(account.Id.Value, "Account.GetInfo", $"it names no {EndpointProperty}");
        if (!IsAllowed(found))
        {
            throw new DotdigitalEndpointNotAllowedException(account.Id.Value, $"{found.Scheme}://{found.Host}");
        }

        await store.Accounts.SaveEndpointAsync(
            new AccountEndpointRecord
            {
                Account = account.Id,
                UserName = settings.UserName,
                Endpoint = settings.Endpoint is null ? found : null,
                RemoteId = info.Id > 0 ? info.Id : known?.RemoteId ?? 0,
            },
            cancellationToken).ConfigureAwait(false);
        LogFound(account.Id.Value, found.Host);
        return found;
    }

    /// <summary>Dotdigital's own id of the account whose state is stored; 0 when nothing was read yet.</summary>
    public async Task<int> GetRemoteIdAsync(AccountId account, CancellationToken cancellationToken) =>
        (await store.Accounts.FindEndpointAsync(account, cancellationToken).ConfigureAwait(false))?.RemoteId ?? 0;

    /// <summary>After a refusal: the account may have moved to another region, so its endpoint is asked for again at the next run.</summary>
    public async Task ForgetEndpointAsync(AccountId account, CancellationToken cancellationToken)
    {
        if (await store.Accounts.FindEndpointAsync(account, cancellationToken).ConfigureAwait(false) is { Endpoint: not null } known)
        {
            await store.Accounts.SaveEndpointAsync(known with { Endpoint = null }, cancellationToken).ConfigureAwait(false);
        }
    }

    private bool IsAllowed(Uri endpoint) => options.Value.Allows(endpoint);

    private static AccountSettings WithEndpoint(AccountSettings settings, Uri endpoint)
    {
        var copy = settings.Copy();
        copy.Endpoint = endpoint;
        return copy;
    }

    [LoggerMessage(2500, LogLevel.Information, "Account {Account}: Dotdigital answers at {Host}.")]
    private partial void LogFound(string account, string host);
}
