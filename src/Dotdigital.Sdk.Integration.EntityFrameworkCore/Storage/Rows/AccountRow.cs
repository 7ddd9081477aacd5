using System.Text.Json;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

/// <summary>An account's stored settings. Secrets are ciphertexts.</summary>
internal sealed class AccountRow
{
    public required string AccountId { get; init; }

    public required long Version { get; init; }

    public required string Name { get; init; }

    public required string UserName { get; init; }

    public string? ProtectedPassword { get; init; }

    public string? Endpoint { get; init; }

    public string? IntegrationToken { get; init; }

    public bool IsEnabled { get; init; }

    /// <summary>JSON, so that a new interval needs no new column.</summary>
    public required string Schedule { get; init; }

    public string? ClientId { get; init; }

    public string? ProtectedClientSecret { get; init; }

    public string? ProtectedWebhookSecrets { get; init; }

    public int WebhookSecretCount { get; init; }

    public string? AppAddress { get; init; }

    public static void Configure(EntityTypeBuilder<AccountRow> table)
    {
        table.ToTable("dotdigital_accounts");
        table.HasKey(row => row.AccountId);
    }

    public static AccountRow From(AccountRecord record, long version) => new()
    {
        AccountId = record.Id.Value,
        Version = version,
        Name = record.Name,
        UserName = record.UserName,
        ProtectedPassword = record.ProtectedPassword,
        Endpoint = record.Endpoint?.AbsoluteUri,
        IntegrationToken = record.IntegrationToken?.ToString("D"),
        IsEnabled = record.IsEnabled,
        Schedule = JsonSerializer.Serialize(record.Schedule),
        ClientId = record.ClientId,
        ProtectedClientSecret = record.ProtectedClientSecret,
        ProtectedWebhookSecrets = record.ProtectedWebhookSecrets,
        WebhookSecretCount = record.WebhookSecretCount,
        AppAddress = record.AppAddress?.AbsoluteUri,
    };

    public AccountRecord ToRecord() => new()
    {
        Id = new AccountId(AccountId),
        Version = Version,
        Name = Name,
        UserName = UserName,
        ProtectedPassword = ProtectedPassword,
        Endpoint = Endpoint is null ? null : new Uri(Endpoint),
        IntegrationToken = IntegrationToken is null ? null : Guid.Parse(IntegrationToken),
        IsEnabled = IsEnabled,
        Schedule = JsonSerializer.Deserialize<AccountSchedule>(Schedule) ?? new AccountSchedule(),
        ClientId = ClientId,
        ProtectedClientSecret = ProtectedClientSecret,
        ProtectedWebhookSecrets = ProtectedWebhookSecrets,
        WebhookSecretCount = WebhookSecretCount,
        AppAddress = AppAddress is null ? null : new Uri(AppAddress),
    };
}
