using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

/// <summary>What account-info told of an account; also of one that is only configured.</summary>
internal sealed class AccountEndpointRow
{
    public required string AccountId { get; init; }

    public required string UserName { get; init; }

    public string? Endpoint { get; init; }

    public required int RemoteId { get; init; }

    public static void Configure(EntityTypeBuilder<AccountEndpointRow> table)
    {
        table.ToTable("dotdigital_account_endpoints");
        table.HasKey(row => row.AccountId);
    }

    public static AccountEndpointRow From(AccountEndpointRecord record) => new()
    {
        AccountId = record.Account.Value,
        UserName = record.UserName,
        Endpoint = record.Endpoint?.AbsoluteUri,
        RemoteId = record.RemoteId,
    };

    public AccountEndpointRecord ToRecord() => new()
    {
        Account = new(AccountId),
        UserName = UserName,
        Endpoint = Endpoint is null ? null : new Uri(Endpoint),
        RemoteId = RemoteId,
    };
}
