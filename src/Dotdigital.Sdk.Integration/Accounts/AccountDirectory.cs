using System.Collections.Frozen;
using Dotdigital.Sdk.Integration.Secrets;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>
/// The one place that says which accounts there are and what their settings are: those of the configuration, and the stored ones over them. Stored ones
/// that another node changed are noticed within <see cref="Freshness"/>; asking whether any did is one small read.
/// </summary>
internal sealed class AccountDirectory(ISyncStore store, ISecretProtector protector, IOptionsMonitor<DotdigitalIntegrationOptions> options, TimeProvider time)
{
    /// <summary>How old what is known of the stored accounts may be.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _gate = new();
    private volatile Reading? _known;
    private long _forgotten;

    /// <summary>All accounts, by id.</summary>
    public async Task<IReadOnlyList<EffectiveAccount>> GetAllAsync(CancellationToken cancellationToken)
    {
        var stored = await ReadStoredAsync(cancellationToken).ConfigureAwait(false);
        var current = options.CurrentValue;
        return
        [
            .. current.Accounts.Keys.Union(stored.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(id => EffectiveAccount.From(new AccountId(id), current.Accounts.TryGetValue(id, out var configured) ? configured : null, stored.GetValueOrDefault(id), current)),
        ];
    }

    /// <summary>One account, or null.</summary>
    public async Task<EffectiveAccount?> FindAsync(AccountId account, CancellationToken cancellationToken)
    {
        var stored = (await ReadStoredAsync(cancellationToken).ConfigureAwait(false)).GetValueOrDefault(account.Value);
        var current = options.CurrentValue;
        current.Accounts.TryGetValue(account.Value, out var configured);
        return stored is null && configured is null ? null : EffectiveAccount.From(account, configured, stored, current);
    }

    /// <summary>One account.</summary>
    /// <exception cref="UnknownAccountException">There is none of that id.</exception>
    public async Task<EffectiveAccount> GetAsync(AccountId account, CancellationToken cancellationToken) =>
        await FindAsync(account, cancellationToken).ConfigureAwait(false)
        ?? throw new UnknownAccountException(account, $"is not configured: add it under Dotdigital:Accounts:{account}, or with {nameof(IAccountService)}.{nameof(IAccountService.AddAsync)}.");

    /// <summary>One account that may run, with its password.</summary>
    /// <exception cref="UnknownAccountException">There is none of that id, or it is disabled or has no password.</exception>
    /// <exception cref="SecretException">Its password cannot be decrypted.</exception>
    public async Task<EffectiveAccount> GetEnabledAsync(AccountId account, CancellationToken cancellationToken)
    {
        var found = await GetAsync(account, cancellationToken).ConfigureAwait(false);
        return found.Settings.IsEnabled
            ? WithPassword(found)
            : throw new UnknownAccountException(account, $"is disabled: {found.Remedy("IsEnabled to true", nameof(IAccountService.SetEnabledAsync))} to run it.");
    }

    /// <summary>The account with its password in the clear.</summary>
    /// <exception cref="UnknownAccountException">It has none.</exception>
    /// <exception cref="SecretException">It cannot be decrypted.</exception>
    public EffectiveAccount WithPassword(EffectiveAccount account)
    {
        var settings = account.Settings.Copy();
        if (account.Stored?.ProtectedPassword is { } password)
        {
            settings.Password = protector.Unprotect(new SecretPurpose(account.Id, SecretKind.ApiPassword), password);
        }

        return settings.Password.Length > 0
            ? account with { Settings = settings }
            : throw new UnknownAccountException(account.Id, $"has no password any more, since its configuration is gone: set one with {nameof(IAccountService)}.{nameof(IAccountService.RotatePasswordAsync)}.");
    }

    /// <summary>The client secret of the account's single sign-on in the clear; null when it has none.</summary>
    /// <exception cref="SecretException">It cannot be decrypted.</exception>
    public string? GetClientSecret(EffectiveAccount account) => account.Stored?.ProtectedClientSecret is { } secret
        ? protector.Unprotect(new SecretPurpose(account.Id, SecretKind.SingleSignOnClientSecret), secret)
        : account.Settings.SingleSignOn.ClientSecret;

    /// <summary>The secrets of the account's webhooks in the clear; none when it has none.</summary>
    /// <exception cref="SecretException">They cannot be decrypted.</exception>
    public IReadOnlyList<string> GetWebhookSecrets(EffectiveAccount account) => account.Stored?.ProtectedWebhookSecrets is { } secrets
        ? StoredSecrets.Parse(protector.Unprotect(new SecretPurpose(account.Id, SecretKind.WebhookSecrets), secrets))
        : [.. account.Settings.WebhookSecrets];

    /// <summary>Has the stored accounts read again at the next question: this node has changed them.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _forgotten++;
            _known = null;
        }
    }

    /// <summary>Whether there is an account of that id, as far as was known at the last look.</summary>
    public bool IsKnown(AccountId account) => options.CurrentValue.Accounts.ContainsKey(account.Value) || _known?.Accounts.ContainsKey(account.Value) == true;

    private async Task<FrozenDictionary<string, AccountRecord>> ReadStoredAsync(CancellationToken cancellationToken)
    {
        if (_known is { } fresh && IsFresh(fresh))
        {
            return fresh.Accounts;
        }

        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var last = _known;
            if (last is not null && IsFresh(last))
            {
                return last.Accounts;
            }

            // The revision is read first: a change in between is seen as one at the next look.
            var forgotten = Interlocked.Read(ref _forgotten);
            var readAt = time.GetTimestamp();
            var revision = await store.Accounts.GetRevisionAsync(cancellationToken).ConfigureAwait(false);
            var accounts = last?.Revision == revision
                ? last.Accounts
                : (await store.Accounts.GetAllAsync(cancellationToken).ConfigureAwait(false)).ToFrozenDictionary(static account => account.Id.Value, StringComparer.Ordinal);
            Keep(new Reading(revision, readAt, accounts), forgotten);
            return accounts;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Keeps what was read, unless this node changed the accounts while it was being read.</summary>
    private void Keep(Reading reading, long forgotten)
    {
        lock (_gate)
        {
            _known = forgotten == _forgotten ? reading : _known;
        }
    }

    private bool IsFresh(Reading reading) => time.GetElapsedTime(reading.At) < Freshness;

    private sealed record Reading(long Revision, long At, FrozenDictionary<string, AccountRecord> Accounts);
}
