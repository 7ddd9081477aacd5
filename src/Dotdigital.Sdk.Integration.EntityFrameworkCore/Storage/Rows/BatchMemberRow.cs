using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class BatchMemberRow
{
    public required string AccountId { get; init; }

    public required long BatchId { get; init; }

    public required long ContactId { get; init; }

    public required string Email { get; init; }

    public string? ItemId { get; init; }

    public required int Operation { get; init; }

    public int UpdateVersion { get; init; }

    public int SnapshotVersion { get; init; }

    public required string Sent { get; init; }

    public required string Base { get; init; }

    public static void Configure(EntityTypeBuilder<BatchMemberRow> table)
    {
        table.ToTable("dotdigital_batch_members");
        table.HasKey(row => new { row.AccountId, row.BatchId, row.ContactId });
        table.HasIndex(row => new { row.AccountId, row.ContactId });
    }

    public static BatchMemberRow From(string account, long batchId, BatchMemberRecord record) => new()
    {
        AccountId = account,
        BatchId = batchId,
        ContactId = record.ContactId,
        Email = record.Email.Value,
        ItemId = record.ItemId,
        Operation = (int)record.Operation,
        UpdateVersion = record.UpdateVersion,
        SnapshotVersion = record.SnapshotVersion,
        Sent = record.Sent.ToJson(),
        Base = record.Base.ToJson(),
    };

    public BatchMemberRecord ToRecord() => new()
    {
        ContactId = ContactId,
        Email = EmailAddress.Parse(Email),
        ItemId = ItemId,
        Operation = (ExportOperation)Operation,
        UpdateVersion = UpdateVersion,
        SnapshotVersion = SnapshotVersion,
        Sent = FieldValues.FromJson(Sent),
        Base = FieldValues.FromJson(Base),
    };
}
