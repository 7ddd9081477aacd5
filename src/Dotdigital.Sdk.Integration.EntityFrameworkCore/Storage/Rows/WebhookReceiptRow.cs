using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class WebhookReceiptRow
{
    public required string AccountId { get; init; }

    public required string EventId { get; init; }

    public required long ReceivedAt { get; init; }

    public static void Configure(EntityTypeBuilder<WebhookReceiptRow> table)
    {
        table.ToTable("dotdigital_webhook_receipts");
        table.HasKey(row => new { row.AccountId, row.EventId });
        table.HasIndex(row => new { row.AccountId, row.ReceivedAt });
    }
}
