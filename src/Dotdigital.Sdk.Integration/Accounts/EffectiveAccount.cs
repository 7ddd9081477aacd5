using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>One account as it counts now: the stored settings where there are any, else the configured ones.</summary>
/// <param name="Id">The account.</param>
/// <param name="Settings">Its settings. Stored secrets are blank here: nothing is decrypted to list accounts.</param>
/// <param name="Options">The engine's settings with the account's own intervals.</param>
/// <param name="Configured">The configured settings, if any.</param>
/// <param name="Stored">The stored settings, if any.</param>
internal sealed record EffectiveAccount(AccountId Id, AccountSettings Settings, DotdigitalIntegrationOptions Options, AccountSettings? Configured, AccountRecord? Stored)
{
    /// <summary>Puts stored settings over configured ones.</summary>
    public static EffectiveAccount From(AccountId id, AccountSettings? configured, AccountRecord? stored, DotdigitalIntegrationOptions options)
    {
        var settings = stored is null ? configured!.Copy() : Merge(stored, configured);
        return new EffectiveAccount(id, settings, options.For(settings.Schedule), configured, stored);
    }

    /// <summary>The remedy for settings that keep an account from running.</summary>
    public string Remedy(string setting, string method) => Stored is null ? $"set Dotdigital:Accounts:{Id}:{setting}" : $"call {nameof(IAccountService)}.{method}";

    /// <inheritdoc/>
    public override string ToString() => Id.Value;

    /// <summary>A user and its password come from one place, a client id and its secret too: halves of different ones never meet.</summary>
    private static AccountSettings Merge(AccountRecord stored, AccountSettings? configured)
    {
        var credentials = stored.ProtectedPassword is null ? configured : null;
        var client = stored.ClientId is not null && stored.ProtectedClientSecret is null ? configured?.SingleSignOn : null;
        return new AccountSettings
        {
            Name = stored.Name,
            UserName = credentials?.UserName ?? stored.UserName,
            Password = credentials?.Password ?? string.Empty,
            Endpoint = stored.Endpoint,
            IntegrationToken = stored.IntegrationToken,
            IsEnabled = stored.IsEnabled,
            Schedule = stored.Schedule with { },
            SingleSignOn = new() { ClientId = client?.ClientId ?? stored.ClientId, ClientSecret = client?.ClientSecret, AppAddress = stored.AppAddress },
            WebhookSecrets = [.. configured?.WebhookSecrets ?? []],
        };
    }
}
