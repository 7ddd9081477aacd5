using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class SignInStateRow
{
    public required string AccountId { get; init; }

    public required string Id { get; init; }

    public required string ProofHash { get; init; }

    public required string UserId { get; init; }

    public required string RedirectUri { get; init; }

    public required long ExpiresAt { get; init; }

    public static void Configure(EntityTypeBuilder<SignInStateRow> table)
    {
        table.ToTable("dotdigital_sign_in_states");
        table.HasKey(row => new { row.AccountId, row.Id });
    }

    public static SignInStateRow From(string account, SignInStateRecord record) => new()
    {
        AccountId = account,
        Id = record.Id,
        ProofHash = record.ProofHash,
        UserId = record.User,
        RedirectUri = record.RedirectUri.OriginalString,
        ExpiresAt = Ticks.Of(record.ExpiresAt),
    };

    public SignInStateRecord ToRecord() => new()
    {
        Id = Id,
        ProofHash = ProofHash,
        User = UserId,
        RedirectUri = new Uri(RedirectUri),
        ExpiresAt = Ticks.ToInstant(ExpiresAt),
    };
}
