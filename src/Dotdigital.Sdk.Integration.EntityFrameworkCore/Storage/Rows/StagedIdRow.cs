using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class StagedIdRow
{
    public required string AccountId { get; init; }

    public required string Step { get; init; }

    public required int Scope { get; init; }

    public required long Id { get; init; }

    public required long Value { get; init; }

    public static void Configure(EntityTypeBuilder<StagedIdRow> table)
    {
        table.ToTable("dotdigital_staged_ids");
        table.HasKey(row => new { row.AccountId, row.Step, row.Scope, row.Id });
    }

    public static StagedIdRow From(string account, string step, int scope, StagedId staged) =>
        new() { AccountId = account, Step = step, Scope = scope, Id = staged.Id, Value = staged.Value };
}
