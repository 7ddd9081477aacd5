using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class SetAsideRow
{
    public required string AccountId { get; init; }

    public required string ListName { get; init; }

    public required string ItemId { get; init; }

    public required string Reason { get; init; }

    public required string Detail { get; init; }

    public required long Pass { get; init; }

    public required long At { get; init; }

    public static void Configure(EntityTypeBuilder<SetAsideRow> table)
    {
        table.ToTable("dotdigital_set_aside");
        table.HasKey(row => new { row.AccountId, row.ListName, row.ItemId });
    }

    public static SetAsideRow From(string account, SetAsideRecord record) => new()
    {
        AccountId = account,
        ListName = record.ListName,
        ItemId = record.ItemId,
        Reason = record.Reason,
        Detail = record.Detail,
        Pass = record.Pass,
        At = Ticks.Of(record.At),
    };

    public SetAsideRecord ToRecord() => new()
    {
        ListName = ListName,
        ItemId = ItemId,
        Reason = Reason,
        Detail = Detail,
        Pass = Pass,
        At = Ticks.ToInstant(At),
    };
}
