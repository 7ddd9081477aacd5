namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>An account as it may be shown: no secret is in it.</summary>
public sealed record AccountDetails
{
    /// <summary>The account.</summary>
    public required AccountId Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Where its settings come from.</summary>
    public required AccountOrigin Origin { get; init; }

    /// <summary>The API user.</summary>
    public required string UserName { get; init; }

    /// <summary>The endpoint, when one was given; null: found by itself.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The integration token.</summary>
    public Guid? IntegrationToken { get; init; }

    /// <summary>Whether the account's jobs run.</summary>
    public required bool IsEnabled { get; init; }

    /// <summary>The account's own intervals.</summary>
    public required AccountSchedule Schedule { get; init; }

    /// <summary>The schedule as it counts: the account's own values, and the engine's where it has none; nothing in it is null.</summary>
    public required AccountSchedule EffectiveSchedule { get; init; }

    /// <summary>Between two cycles, as it counts.</summary>
    public required TimeSpan CycleInterval { get; init; }

    /// <summary>Between two asks for the status of unsettled batches, as it counts.</summary>
    public required TimeSpan ExportStatusInterval { get; init; }

    /// <summary>The client id of single sign-on; null when the account has none.</summary>
    public string? SingleSignOnClientId { get; init; }

    /// <summary>Dotdigital's web application, when it was given.</summary>
    public Uri? AppAddress { get; init; }

    /// <summary>How many secrets of webhooks the account has, stored or configured; they are never shown.</summary>
    public int WebhookSecrets { get; init; }

    /// <summary>Whether its webhook secrets are stored ones; else they are those of the configuration.</summary>
    public bool HasStoredWebhookSecrets { get; init; }

    internal static AccountDetails Of(EffectiveAccount account) => new()
    {
        Id = account.Id,
        Name = account.Settings.Name.Length > 0 ? account.Settings.Name : account.Id.Value,
        Origin = (account.Stored, account.Configured) switch
        {
            (null, _) => AccountOrigin.Configuration,
            (_, null) => AccountOrigin.Store,
            _ => AccountOrigin.StoreOverConfiguration,
        },
        UserName = account.Settings.UserName,
        Endpoint = account.Settings.Endpoint,
        IntegrationToken = account.Settings.IntegrationToken,
        IsEnabled = account.Settings.IsEnabled,
        Schedule = account.Settings.Schedule with { },
        EffectiveSchedule = account.Options.ToSchedule(),
        CycleInterval = account.Options.CycleInterval,
        ExportStatusInterval = account.Options.ExportStatusInterval,
        SingleSignOnClientId = account.Settings.SingleSignOn.ClientId,
        AppAddress = account.Settings.SingleSignOn.AppAddress,
        WebhookSecrets = account.Stored is { ProtectedWebhookSecrets: not null } stored ? stored.WebhookSecretCount : account.Settings.WebhookSecrets.Count,
        HasStoredWebhookSecrets = account.Stored?.ProtectedWebhookSecrets is not null,
    };
}
