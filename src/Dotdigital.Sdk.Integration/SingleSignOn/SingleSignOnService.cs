using System.Security.Cryptography;
using System.Text;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Secrets;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration.SingleSignOn;

/// <summary>States, tokens and addresses of single sign-on (rule AC-2).</summary>
internal sealed class SingleSignOnService(
    ISyncStore store,
    AccountDirectory accounts,
    AccountConnector connector,
    TokenClient tokens,
    ISecretProtector protector,
    IOptionsMonitor<DotdigitalIntegrationOptions> options,
    IOptions<DotdigitalClientOptions> client,
    TimeProvider time) : ISingleSignOnService, IDisposable
{
    private static readonly TimeSpan StateLifetime = TimeSpan.FromMinutes(10);

    /// <summary>Refreshes of one person take turns: where each use replaces the refresh token, the second would be refused.</summary>
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(static _ => new SemaphoreSlim(1, 1))];

    public async Task<Uri> BeginAsync(AccountId account, string user, Uri redirectUri, CancellationToken cancellationToken)
    {
        CheckUser(user);
        ArgumentNullException.ThrowIfNull(redirectUri);
        if (redirectUri is not { IsAbsoluteUri: true, Fragment: "", UserInfo: "" } || !(redirectUri.Scheme is "https" || redirectUri is { Scheme: "http", IsLoopback: true }))
        {
            throw new ArgumentException("The redirect address must be absolute, https (or loopback) and without a fragment.", nameof(redirectUri));
        }

        var (found, app, clientId) = await FindAsync(account, cancellationToken).ConfigureAwait(false);
        var state = SignInState.New(found.Id);
        var now = time.GetUtcNow();
        var record = new SignInStateRecord { Id = state.Id, ProofHash = state.HashProof(), User = user, RedirectUri = redirectUri, ExpiresAt = now + StateLifetime };
        await WriteAsync(
            account,
            async unit =>
            {
                await unit.SignIns.DeleteExpiredStatesAsync(now, cancellationToken).ConfigureAwait(false);
                await unit.SignIns.AddStateAsync(record, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        return new Uri(app, $"/OAuth2/authorise.aspx?response_type=code&scope=Account&state={state.ToText()}&redirect_uri={Uri.EscapeDataString(redirectUri.OriginalString)}&client_id={Uri.EscapeDataString(clientId)}");
    }

    public async Task<SignInAddress> CompleteAsync(string user, string? state, string? code, string? error, CancellationToken cancellationToken)
    {
        CheckUser(user);
        var given = SignInState.Parse(state) ?? throw StateRefused(null);
        var account = given.Account;

        // Taken for good before anything else: a state is tried once, whatever comes of it.
        var now = time.GetUtcNow();
        var stored = await WriteAsync(
            account,
            async unit =>
            {
                var taken = await unit.SignIns.TakeStateAsync(given.Id, cancellationToken).ConfigureAwait(false);
                await unit.SignIns.DeleteExpiredStatesAsync(now, cancellationToken).ConfigureAwait(false);
                return taken;
            },
            cancellationToken).ConfigureAwait(false);
        if (stored is null || !AreEqual(given.HashProof(), stored.ProofHash) || !AreEqual(user, stored.User) || stored.ExpiresAt <= now)
        {
            throw StateRefused(account);
        }

        if (!string.IsNullOrEmpty(error) || string.IsNullOrEmpty(code))
        {
            throw new SingleSignOnException(account, SingleSignOnProblem.Denied, "was not connected: the person or Dotdigital said no.");
        }

        var (found, app, clientId) = await FindAsync(account, cancellationToken).ConfigureAwait(false);
        var answer = await tokens.AskAsync(
            account,
            app,
            Form(found, clientId, ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", stored.RedirectUri.OriginalString)),
            cancellationToken).ConfigureAwait(false);
        var refresh = answer.RefreshToken ?? throw new SingleSignOnException(account, SingleSignOnProblem.Unavailable, "was not connected: Dotdigital gave no refresh token. Begin again.");
        var token = new SignInTokenRecord { User = user, ProtectedToken = protector.Protect(PurposeOf(account, user), refresh), ConnectedAt = time.GetUtcNow() };
        await WriteAsync(
            account,
            async unit =>
            {
                await unit.SignIns.SaveTokenAsync(token, CancellationToken.None).ConfigureAwait(false);
                return true;
            },
            CancellationToken.None).ConfigureAwait(false);
        return AddressOf(account, app, answer);
    }

    public async Task<SignInAddress> GetSignInAddressAsync(AccountId account, string user, CancellationToken cancellationToken)
    {
        CheckUser(user);
        var (found, app, clientId) = await FindAsync(account, cancellationToken).ConfigureAwait(false);
        var turn = _turns[(uint)HashCode.Combine(account, user) % _turns.Length];
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var token = await FindTokenAsync(account, user, cancellationToken).ConfigureAwait(false)
                ?? throw new SingleSignOnException(account, SingleSignOnProblem.ConnectAgain, "is not connected for this person: connect first.");
            try
            {
                return await RefreshAsync(found, app, clientId, token, cancellationToken).ConfigureAwait(false);
            }
            catch (SingleSignOnException refused) when (refused.Problem == SingleSignOnProblem.ConnectAgain)
            {
                // Another node may have replaced the token while this one used the old.
                var newer = await FindTokenAsync(account, user, cancellationToken).ConfigureAwait(false);
                if (newer is null || string.Equals(newer.ProtectedToken, token.ProtectedToken, StringComparison.Ordinal))
                {
                    throw;
                }

                return await RefreshAsync(found, app, clientId, newer, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public async Task<SingleSignOnSetup> GetSetupAsync(AccountId account, CancellationToken cancellationToken)
    {
        var settings = (await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false)).Settings.SingleSignOn;
        var missing = new List<string>();
        Uri? app = null;
        if (settings.ClientId is null)
        {
            missing.Add("The account has no client id of single sign-on: ask Dotdigital for one, and set SingleSignOn:ClientId and ClientSecret of the account, or enter them on its page.");
        }

        if (protector is MissingSecretProtector)
        {
            missing.Add("Nothing encrypts what is kept of a connection: call UseDataProtection(...) where the integration is added.");
        }

        if (missing.Count == 0)
        {
            try
            {
                (_, app, _) = await FindAsync(account, cancellationToken).ConfigureAwait(false);
            }
            catch (DotdigitalException failed)
            {
                missing.Add($"It is not known where the account's people sign in: {failed.Message}");
            }
        }

        return new SingleSignOnSetup { Account = account, AppAddress = app, Missing = missing };
    }

    public async Task<bool> IsConnectedAsync(AccountId account, string user, CancellationToken cancellationToken)
    {
        CheckUser(user);
        return await FindTokenAsync(account, user, cancellationToken).ConfigureAwait(false) is not null;
    }

    public Task DisconnectAsync(AccountId account, string user, CancellationToken cancellationToken)
    {
        CheckUser(user);
        return WriteAsync(
            account,
            async unit =>
            {
                await unit.SignIns.DeleteUserAsync(user, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    public void Dispose() => Array.ForEach(_turns, static turn => turn.Dispose());

    private static SecretPurpose PurposeOf(AccountId account, string user) => new(account, SecretKind.SingleSignOnRefreshToken, user);

    private static SingleSignOnException StateRefused(AccountId? account) =>
        new(account, SingleSignOnProblem.StateRefused, "was not connected: the request is unknown, expired, used already or another person's. Begin again.");

    private static SignInAddress AddressOf(AccountId account, Uri app, TokenAnswer answer) => new(account, new Uri(app, $"/?oauthtoken={Uri.EscapeDataString(answer.AccessToken!)}"));

    private static bool AreEqual(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private static void CheckUser(string user)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(user);
        if (user.Length > 200)
        {
            throw new ArgumentException("A user's id has at most 200 characters.", nameof(user));
        }
    }

    private async Task<SignInAddress> RefreshAsync(EffectiveAccount account, Uri app, string clientId, SignInTokenRecord token, CancellationToken cancellationToken)
    {
        var purpose = PurposeOf(account.Id, token.User);
        var refresh = protector.Unprotect(purpose, token.ProtectedToken);
        var answer = await tokens.AskAsync(account.Id, app, Form(account, clientId, ("grant_type", "refresh_token"), ("refresh_token", refresh)), cancellationToken).ConfigureAwait(false);
        if (answer.RefreshToken is { } next && !string.Equals(next, refresh, StringComparison.Ordinal))
        {
            // The old one may be good no longer: not to be cancelled. If the person was disconnected meanwhile, it stays so.
            var ciphertext = protector.Protect(purpose, next);
            await WriteAsync(account.Id, unit => unit.SignIns.ReplaceTokenAsync(token, ciphertext, CancellationToken.None), CancellationToken.None).ConfigureAwait(false);
        }

        return AddressOf(account.Id, app, answer);
    }

    private Dictionary<string, string> Form(EffectiveAccount account, string clientId, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["client_id"] = clientId, ["client_secret"] = accounts.GetClientSecret(account) ?? string.Empty };
        foreach (var (name, value) in values)
        {
            form[name] = value;
        }

        return form;
    }

    /// <summary>The account, with where it signs in: checked every time, since what is stored may be older than the rules.</summary>
    private async Task<(EffectiveAccount Account, Uri App, string ClientId)> FindAsync(AccountId account, CancellationToken cancellationToken)
    {
        var found = await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false);
        var settings = found.Settings.SingleSignOn;
        var clientId = settings.ClientId ?? throw new SingleSignOnException(account, SingleSignOnProblem.NotConfigured, "has no single sign-on: set SingleSignOn:ClientId and ClientSecret of the account.");
        var app = settings.AppAddress
            ?? AppAddresses.Of(await connector.FindEndpointAsync(accounts.WithPassword(found), cancellationToken).ConfigureAwait(false))
            ?? throw new SingleSignOnException(account, SingleSignOnProblem.NotConfigured, "does not tell where its people sign in: set SingleSignOn:AppAddress of the account.");
        AppAddresses.RequireAllowed(account, app, client.Value, options.CurrentValue);
        return (found, app, clientId);
    }

    private async Task<SignInTokenRecord?> FindTokenAsync(AccountId account, string user, CancellationToken cancellationToken)
    {
        var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        await using var closing = unit.ConfigureAwait(false);
        return await unit.SignIns.FindTokenAsync(user, cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> WriteAsync<T>(AccountId account, Func<IUnitOfWork, Task<T>> write, CancellationToken cancellationToken)
    {
        var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        await using var closing = unit.ConfigureAwait(false);
        var result = await write(unit).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        return result;
    }
}
