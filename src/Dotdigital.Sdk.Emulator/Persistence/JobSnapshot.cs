using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Imports;

namespace Dotdigital.Sdk.Emulator.Persistence;

/// <summary>Imports and deletions: those in flight with their rows, the others with their results.</summary>
internal static class JobSnapshot
{
    public static void Write(BinaryWriter writer, AccountState account)
    {
        writer.Write(account.Jobs.NextSequence);
        AccountSnapshot.Many(writer, [.. account.Jobs.Imports.OrderBy(j => j.Sequence)], job => Write(writer, job));
        AccountSnapshot.Many(writer, [.. account.Jobs.Deletions.OrderBy(j => j.Sequence)], job => Write(writer, job));
    }

    public static void Read(BinaryReader reader, AccountState account)
    {
        account.Jobs.NextSequence = reader.ReadInt32();
        AccountSnapshot.Many(reader, () => account.Jobs.Add(ReadImport(reader)));
        AccountSnapshot.Many(reader, () => account.Jobs.Add(ReadDeletion(reader)));
    }

    private static void Write(BinaryWriter writer, ImportJob job)
    {
        writer.Write(job.Id.ToByteArray());
        writer.Write(job.Sequence);
        writer.Write((byte)job.Kind);
        writer.Write(job.Accepted);
        writer.Write(job.Due);
        writer.Write((byte)job.MergeOption);
        AccountSnapshot.Many(writer, job.BookIds, writer.Write);
        writer.Write(job.Operation);
        AccountSnapshot.WriteText(writer, job.Directive is null ? null : JsonSerializer.Serialize(job.Directive));
        WriteBytes(writer, job.Payload ?? []);
        writer.Write((byte)job.Status);
        AccountSnapshot.Many(writer, job.Report.Counts, writer.Write);
        WriteBytes(writer, job.Faults);
        WriteReferences(writer, job.Created);
        WriteReferences(writer, job.Updated);
    }

    private static ImportJob ReadImport(BinaryReader reader)
    {
        var job = new ImportJob
        {
            Id = new Guid(reader.ReadBytes(16)),
            Sequence = reader.ReadInt32(),
            Kind = (ImportKind)reader.ReadByte(),
            Accepted = reader.ReadInt64(),
            Due = reader.ReadInt64(),
            MergeOption = (MergeOption)reader.ReadByte(),
            BookIds = ReadNumbers(reader),
            Operation = reader.ReadString(),
            Directive = JournalCodec.Directive(AccountSnapshot.ReadText(reader)),
            Payload = ReadBytes(reader),
            Status = (ImportStatus)reader.ReadByte(),
        };
        ReadNumbers(reader).CopyTo(job.Report.Counts, 0);
        job.Faults = ReadBytes(reader);
        AccountSnapshot.Many(reader, () => job.Created.Add((reader.ReadInt32(), AccountSnapshot.ReadText(reader))));
        AccountSnapshot.Many(reader, () => job.Updated.Add((reader.ReadInt32(), AccountSnapshot.ReadText(reader))));
        return job;
    }

    private static void Write(BinaryWriter writer, DeletionJob job)
    {
        writer.Write(job.Id.ToByteArray());
        writer.Write(job.Sequence);
        writer.Write(job.Due);
        writer.Write(job.BookId ?? -1);
        AccountSnapshot.Many(writer, job.ContactIds, writer.Write);
        WriteBytes(writer, job.Payload ?? []);
        writer.Write(job.IsDone);
        WriteBytes(writer, job.Result);
    }

    private static DeletionJob ReadDeletion(BinaryReader reader) => new()
    {
        Id = new Guid(reader.ReadBytes(16)),
        Sequence = reader.ReadInt32(),
        Due = reader.ReadInt64(),
        BookId = reader.ReadInt32() is >= 0 and var book ? book : null,
        ContactIds = ReadNumbers(reader),
        Payload = ReadBytes(reader),
        IsDone = reader.ReadBoolean(),
        Result = ReadBytes(reader),
    };

    private static void WriteReferences(BinaryWriter writer, List<(int ContactId, string? Email)> contacts) => AccountSnapshot.Many(writer, contacts, contact =>
    {
        writer.Write(contact.ContactId);
        AccountSnapshot.WriteText(writer, contact.Email);
    });

    private static void WriteBytes(BinaryWriter writer, byte[] bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private static byte[] ReadBytes(BinaryReader reader) => reader.ReadBytes(reader.ReadInt32());

    private static int[] ReadNumbers(BinaryReader reader)
    {
        var numbers = new int[reader.ReadInt32()];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = reader.ReadInt32();
        }

        return numbers;
    }
}
