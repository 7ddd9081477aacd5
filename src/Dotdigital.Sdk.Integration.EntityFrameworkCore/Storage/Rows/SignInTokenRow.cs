using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class SignInTokenRow
{
    public required string AccountId { get; init; }

    public required string UserId { get; init; }

    public required string ProtectedToken { get; init; }

    public required long ConnectedAt { get; init; }

    public static void Configure(EntityTypeBuilder<SignInTokenRow> table)
    {
        table.ToTable("dotdigital_sign_in_tokens");
        table.HasKey(row => new { row.AccountId, row.UserId });
    }

    public static SignInTokenRow From(string account, SignInTokenRecord record) => new()
    {
        AccountId = account,
        UserId = record.User,
        ProtectedToken = record.ProtectedToken,
        ConnectedAt = Ticks.Of(record.ConnectedAt),
    };

    public SignInTokenRecord ToRecord() => new() { User = UserId, ProtectedToken = ProtectedToken, ConnectedAt = Ticks.ToInstant(ConnectedAt) };
}
