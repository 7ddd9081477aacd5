using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>An account's stored settings; they win over configured ones of the same id (BEHAVIOUR section 11). Secrets are ciphertexts.</summary>
public sealed record AccountRecord
{
    /// <summary>The account.</summary>
    public required AccountId Id { get; init; }

    /// <summary>What people call it.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The API user.</summary>
    public required string UserName { get; init; }

    /// <summary>Its encrypted password; null: user and password are those of the configuration.</summary>
    public string? ProtectedPassword { get; init; }

    /// <summary>The endpoint, when it was given.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The integration token.</summary>
    public Guid? IntegrationToken { get; init; }

    /// <summary>Whether the account's jobs run.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>The account's own intervals.</summary>
    public AccountSchedule Schedule { get; init; } = new();

    /// <summary>The client id of single sign-on.</summary>
    public string? ClientId { get; init; }

    /// <summary>Its encrypted secret; null with a client id: both are those of the configuration.</summary>
    public string? ProtectedClientSecret { get; init; }

    /// <summary>The encrypted secrets of its webhooks, all in one; null: they are those of the configuration.</summary>
    public string? ProtectedWebhookSecrets { get; init; }

    /// <summary>How many they are.</summary>
    public int WebhookSecretCount { get; init; }

    /// <summary>Dotdigital's web application, when it was given.</summary>
    public Uri? AppAddress { get; init; }

    /// <summary>The version that was read; 0 for an account that is not stored yet. Every save gives a new one.</summary>
    public long Version { get; init; }

    /// <summary>The id and version: nothing that was encrypted is shown.</summary>
    public override string ToString() => $"{Id} (version {Version})";
}
