using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class ListItemRow
{
    public required string AccountId { get; init; }

    public required string ListName { get; init; }

    public required string ItemId { get; init; }

    /// <summary>The address, or the hash of a forgotten one, which is known by its having no <c>@</c>.</summary>
    public required string Email { get; init; }

    public required int Origin { get; init; }

    public required string Reason { get; init; }

    public required long At { get; init; }

    public bool IsUndeliverable { get; init; }

    public bool IsTold { get; init; }

    private bool IsForgotten => !Email.Contains('@', StringComparison.Ordinal);

    public static void Configure(EntityTypeBuilder<ListItemRow> table)
    {
        table.ToTable("dotdigital_list_items");
        table.HasKey(row => new { row.AccountId, row.ListName, row.ItemId });
        table.HasIndex(row => new { row.AccountId, row.Email }, "IX_dotdigital_list_items_email");
        table.HasIndex(row => new { row.AccountId, row.ListName, row.Origin, row.IsTold, row.ItemId }, "IX_dotdigital_list_items_untold");
    }

    public static ListItemRow From(string account, ListItemRecord record) => new()
    {
        AccountId = account,
        ListName = record.ListName,
        ItemId = record.ItemId,
        Email = record.Email?.Value ?? record.ForgottenAs ?? string.Empty,
        Origin = (int)record.Origin,
        Reason = record.Reason,
        At = Ticks.Of(record.At),
        IsUndeliverable = record.IsUndeliverable,
        IsTold = record.IsTold,
    };

    public ListItemRecord ToRecord() => new()
    {
        ListName = ListName,
        ItemId = ItemId,
        Email = IsForgotten ? null : EmailAddress.Parse(Email),
        ForgottenAs = IsForgotten && Email.Length > 0 ? Email : null,
        Origin = (OptOutOrigin)Origin,
        Reason = Reason,
        At = Ticks.ToInstant(At),
        IsUndeliverable = IsUndeliverable,
        IsTold = IsTold,
    };
}
