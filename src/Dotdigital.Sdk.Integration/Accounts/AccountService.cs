using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Secrets;
using Dotdigital.Sdk.Integration.SingleSignOn;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>Changes stored accounts. Everything is checked and encrypted first, and then stored at once, if nobody else was there before.</summary>
internal sealed partial class AccountService(
    ISyncStore store,
    AccountDirectory accounts,
    AccountUse use,
    ISecretProtector protector,
    IOptionsMonitor<DotdigitalIntegrationOptions> options,
    IOptions<DotdigitalClientOptions> client,
    ILogger<AccountService> logger) : IAccountService
{
    private const int Tries = 10;
    private const int MostWebhookSecrets = 5;

    public async Task<IReadOnlyList<AccountDetails>> GetAllAsync(CancellationToken cancellationToken) =>
        [.. (await accounts.GetAllAsync(cancellationToken).ConfigureAwait(false)).Select(AccountDetails.Of)];

    public async Task<AccountDetails?> FindAsync(AccountId account, CancellationToken cancellationToken) =>
        await accounts.FindAsync(account, cancellationToken).ConfigureAwait(false) is { } found ? AccountDetails.Of(found) : null;

    public async Task<AccountDetails> AddAsync(AccountId account, AccountSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (FindConfigured(account) is not null)
        {
            throw Exists(account);
        }

        var record = ToRecord(account, settings.Copy(), current: null);
        return await store.Accounts.SaveAsync(record, cancellationToken).ConfigureAwait(false)
            ? await ChangedAsync(account, record.IsEnabled, cancellationToken).ConfigureAwait(false)
            : throw Exists(account);
    }

    public Task<AccountDetails> UpdateAsync(AccountId account, Action<AccountSettings> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        return ChangeAsync(
            account,
            current =>
            {
                var settings = Blank(current);
                change(settings);
                return ToRecord(account, settings, current);
            },
            cancellationToken);
    }

    public Task<AccountDetails> SetWebhookSecretsAsync(AccountId account, IReadOnlyCollection<string> secrets, bool keepsPresent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return ChangeAsync(
            account,
            current =>
            {
                List<string> all = [.. (keepsPresent ? accounts.GetWebhookSecrets(current) : []).Concat(secrets).Distinct(StringComparer.Ordinal)];
                var record = ToRecord(account, Blank(current), current);
                return WithWebhookSecrets(record, all);
            },
            cancellationToken);
    }

    public Task SetEnabledAsync(AccountId account, bool isEnabled, CancellationToken cancellationToken) =>
        UpdateAsync(account, settings => settings.IsEnabled = isEnabled, cancellationToken);

    public Task RotatePasswordAsync(AccountId account, string password, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(password);
        return UpdateAsync(account, settings => settings.Password = password, cancellationToken);
    }

    public async Task RemoveAsync(AccountId account, CancellationToken cancellationToken)
    {
        var stored = await store.Accounts.FindAsync(account, cancellationToken).ConfigureAwait(false);
        if (stored is null)
        {
            accounts.Forget();
            await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false);
            throw new AccountChangeException(
                account, AccountChangeProblem.Configured, $"has only configured settings: remove Dotdigital:Accounts:{account} from the configuration, or disable it with {nameof(SetEnabledAsync)}.");
        }

        if (FindConfigured(account) is null)
        {
            await use.RequireNoneAsync(account, cancellationToken).ConfigureAwait(false);
        }

        if (!await store.Accounts.DeleteAsync(account, stored.Version, cancellationToken).ConfigureAwait(false))
        {
            throw new AccountChangeException(account, AccountChangeProblem.ChangedMeanwhile, "was changed meanwhile; look at it again before removing it.");
        }

        var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        await using (unit.ConfigureAwait(false))
        {
            await unit.SignIns.DeleteAllAsync(cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        accounts.Forget();
        LogRemoved(account.Value);
    }

    private static AccountChangeException Exists(AccountId account) =>
        new(account, AccountChangeProblem.Exists, $"exists already: change it with {nameof(UpdateAsync)}, or choose another id.");

    /// <summary>Its settings without secrets.</summary>
    private static AccountSettings Blank(EffectiveAccount account)
    {
        var settings = account.Settings.Copy();
        settings.Password = string.Empty;
        settings.SingleSignOn.ClientSecret = null;
        settings.WebhookSecrets.Clear();
        return settings;
    }

    /// <summary>Changes what is stored of an account, from what it is at that moment.</summary>
    private async Task<AccountDetails> ChangeAsync(AccountId account, Func<EffectiveAccount, AccountRecord> change, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            var stored = await store.Accounts.FindAsync(account, cancellationToken).ConfigureAwait(false);
            var configured = FindConfigured(account);
            if (stored is null && configured is null)
            {
                break;
            }

            var record = change(EffectiveAccount.From(account, configured, stored, options.CurrentValue));
            if (await store.Accounts.SaveAsync(record, cancellationToken).ConfigureAwait(false))
            {
                return await ChangedAsync(account, record.IsEnabled, cancellationToken).ConfigureAwait(false);
            }
        }

        // Says which it is: gone, or changed by others again and again.
        await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false);
        throw new AccountChangeException(account, AccountChangeProblem.ChangedMeanwhile, "is being changed by others all the time; try again.");
    }

    private AccountSettings? FindConfigured(AccountId account) => options.CurrentValue.Accounts.TryGetValue(account.Value, out var configured) ? configured : null;

    private async Task<AccountDetails> ChangedAsync(AccountId account, bool isEnabled, CancellationToken cancellationToken)
    {
        accounts.Forget();
        LogChanged(account.Value);
        if (isEnabled)
        {
            await store.Locks.RequestAsync(account, JobNames.Cycle, cancellationToken).ConfigureAwait(false);
        }

        return AccountDetails.Of(await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Checks settings, and encrypts the secrets in them; blank ones stay what they are.</summary>
    private AccountRecord ToRecord(AccountId account, AccountSettings settings, EffectiveAccount? current)
    {
        var keepsUser = current is not null && settings.Password.Length == 0 && string.Equals(settings.UserName, current.Settings.UserName, StringComparison.OrdinalIgnoreCase);
        var keptPassword = keepsUser ? current!.Stored?.ProtectedPassword : null;
        var sso = settings.SingleSignOn;
        var before = current?.Settings.SingleSignOn;
        var keepsClient = sso.ClientId is not null && string.IsNullOrEmpty(sso.ClientSecret) && string.Equals(sso.ClientId, before?.ClientId, StringComparison.Ordinal);
        var keptSecret = keepsClient ? current!.Stored?.ProtectedClientSecret : null;
        Check(account, settings, hasPassword: keptPassword is not null || (keepsUser && current!.Settings.Password.Length > 0), hasSecret: keptSecret is not null || (keepsClient && before?.ClientSecret is not null));
        var record = new AccountRecord
        {
            Id = account,
            Name = settings.Name.Trim(),
            UserName = settings.UserName.Trim(),
            ProtectedPassword = keepsUser ? keptPassword : protector.Protect(new SecretPurpose(account, SecretKind.ApiPassword), settings.Password),
            Endpoint = settings.Endpoint,
            IntegrationToken = settings.IntegrationToken,
            IsEnabled = settings.IsEnabled,
            Schedule = settings.Schedule,
            ClientId = sso.ClientId?.Trim(),
            ProtectedClientSecret = sso.ClientId is null || keepsClient ? keptSecret : protector.Protect(new SecretPurpose(account, SecretKind.SingleSignOnClientSecret), sso.ClientSecret!),
            AppAddress = sso.AppAddress,
            ProtectedWebhookSecrets = current?.Stored?.ProtectedWebhookSecrets,
            WebhookSecretCount = current?.Stored?.WebhookSecretCount ?? 0,
            Version = current?.Stored?.Version ?? 0,
        };
        return settings.WebhookSecrets.Count == 0 ? record : WithWebhookSecrets(record, [.. settings.WebhookSecrets]);
    }

    private AccountRecord WithWebhookSecrets(AccountRecord record, IReadOnlyList<string> secrets)
    {
        if (secrets.Count > MostWebhookSecrets || secrets.Any(static secret => secret is null or { Length: < AccountSettingsRules.ShortestWebhookSecret }))
        {
            throw new AccountChangeException(
                record.Id,
                AccountChangeProblem.Invalid,
                $"was not saved: webhook secrets need at least {AccountSettingsRules.ShortestWebhookSecret} characters each, Dotdigital recommends 36, and there may be at most {MostWebhookSecrets} at a time; let those go that are no longer in use.");
        }

        return record with
        {
            ProtectedWebhookSecrets = secrets.Count == 0 ? null : protector.Protect(new SecretPurpose(record.Id, SecretKind.WebhookSecrets), StoredSecrets.Join(secrets)),
            WebhookSecretCount = secrets.Count,
        };
    }

    private void Check(AccountId account, AccountSettings settings, bool hasPassword, bool hasSecret)
    {
        var mistakes = new List<string>();
        AccountSettingsRules.Check(settings, (holds, key, rule) =>
        {
            var isKept = (hasPassword && key is nameof(settings.Password)) || (hasSecret && key is "SingleSignOn:ClientSecret");
            if (!holds && !isKept)
            {
                mistakes.Add($"{key} {rule}");
            }
        });
        if (mistakes.Count > 0)
        {
            throw new AccountChangeException(account, AccountChangeProblem.Invalid, $"was not saved: {string.Join("; ", mistakes)}.");
        }

        if (settings.Endpoint is { } endpoint && !client.Value.Allows(endpoint))
        {
            throw new DotdigitalEndpointNotAllowedException(account.Value, $"{endpoint.Scheme}://{endpoint.Host}");
        }

        if (settings.SingleSignOn.AppAddress is { } app)
        {
            AppAddresses.RequireAllowed(account, app, client.Value, options.CurrentValue);
        }
    }

    [LoggerMessage(2501, LogLevel.Information, "Account {Account}: its stored settings were changed; all nodes follow within 30 seconds.")]
    private partial void LogChanged(string account);

    [LoggerMessage(2502, LogLevel.Information, "Account {Account}: its stored settings and its people's single sign-on were removed.")]
    private partial void LogRemoved(string account);
}
