using System.Text;
using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Control;
using Dotdigital.Sdk.Emulator.DataFields;
using Dotdigital.Sdk.Emulator.SingleSignOn;

namespace Dotdigital.Sdk.Emulator.Persistence;

/// <summary>The whole state of an account as one journal record. What is written here, and in which order, is read below.</summary>
internal static class AccountSnapshot
{
    public static JournalRecord Record(AccountState account)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            Write(writer, account);
        }

        return new JournalRecord { Kind = JournalKind.Snapshot, Account = account.Options.Name, Instant = account.LastInstant, Body = stream.GetBuffer().AsMemory(0, (int)stream.Length) };
    }

    public static void Read(AccountState account, ReadOnlyMemory<byte> body)
    {
        using var reader = new BinaryReader(new MemoryStream(body.ToArray()), Encoding.UTF8);
        account.LastInstant = reader.ReadInt64();
        account.NextBookId = reader.ReadInt32();
        account.NextCampaignId = reader.ReadInt32();
        account.Behaviour = JsonSerializer.Deserialize<EmulatorBehaviour>(reader.ReadString(), ControlJson.Options)!;
        account.Violations.AddRange(JsonSerializer.Deserialize<List<Violation>>(reader.ReadString(), ControlJson.Options)!);
        ReadFields(reader, account);
        ReadBooks(reader, account);
        var all = ContactSnapshot.Read(reader, account);
        Many(reader, () => account.OptOuts.Add(new OptOut(reader.ReadInt64(), all[reader.ReadInt32()], reader.ReadInt32(), (EmulatedStatus)reader.ReadByte())));
        CampaignSnapshot.Read(reader, account);
        JobSnapshot.Read(reader, account);
        if (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            // State files of the first version end before.
            account.SignIns = JsonSerializer.Deserialize<SignInTable>(reader.ReadString(), ControlJson.Options)!;
        }

        if (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            account.KnownOptOuts.Restore(JsonSerializer.Deserialize<List<KnownOptOut>>(reader.ReadString(), ControlJson.Options)!);
        }
    }

    public static void Many(BinaryReader reader, Action read)
    {
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            read();
        }
    }

    public static void Many<T>(BinaryWriter writer, IReadOnlyCollection<T> items, Action<T> write)
    {
        writer.Write(items.Count);
        foreach (var item in items)
        {
            write(item);
        }
    }

    public static void WriteText(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            writer.Write(text);
        }
    }

    public static string? ReadText(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static void Write(BinaryWriter writer, AccountState account)
    {
        writer.Write(account.LastInstant);
        writer.Write(account.NextBookId);
        writer.Write(account.NextCampaignId);
        writer.Write(JsonSerializer.Serialize(account.Behaviour, ControlJson.Options));
        writer.Write(JsonSerializer.Serialize(account.Violations, ControlJson.Options));
        WriteFields(writer, account);
        Many(writer, account.Books.Values, book =>
        {
            writer.Write(book.Id);
            writer.Write(book.Name);
            writer.Write(book.Visibility);
            writer.Write(book.IsReserved);
        });
        var numbers = ContactSnapshot.Write(writer, account);
        Many(writer, [.. account.OptOuts.Where(o => numbers.ContainsKey(o.Contact))], optOut =>
        {
            writer.Write(optOut.At);
            writer.Write(numbers[optOut.Contact]);
            writer.Write(optOut.BookId);
            writer.Write((byte)optOut.Reason);
        });
        CampaignSnapshot.Write(writer, account);
        JobSnapshot.Write(writer, account);
        writer.Write(JsonSerializer.Serialize(account.SignIns, ControlJson.Options));
        writer.Write(JsonSerializer.Serialize(account.KnownOptOuts.All, ControlJson.Options));
    }

    private static void WriteFields(BinaryWriter writer, AccountState account)
    {
        writer.Write(account.Fields.Columns);
        Many(writer, account.Fields.All, field =>
        {
            writer.Write(field.Name);
            writer.Write((byte)field.Type);
            writer.Write(field.Visibility);
            WriteText(writer, field.Default);
            writer.Write(field.IsSystem);
            writer.Write(field.Column);
            Many(writer, field.Dependencies, dependency =>
            {
                writer.Write(dependency.Type);
                writer.Write(dependency.ObjectId);
            });
        });
    }

    private static void ReadFields(BinaryReader reader, AccountState account)
    {
        foreach (var field in account.Fields.All.ToArray())
        {
            account.Fields.Remove(field);
        }

        account.Fields.RestoreColumns(reader.ReadInt32());
        Many(reader, () =>
        {
            var field = account.Fields.Restore(new DataField
            {
                Name = reader.ReadString(),
                Type = (DataFieldType)reader.ReadByte(),
                Visibility = reader.ReadString(),
                Default = ReadText(reader),
                IsSystem = reader.ReadBoolean(),
                Column = reader.ReadInt32(),
            });
            Many(reader, () => field.Dependencies.Add((reader.ReadString(), reader.ReadInt32())));
        });
    }

    private static void ReadBooks(BinaryReader reader, AccountState account)
    {
        account.Books.Clear();
        Many(reader, () =>
        {
            var book = new AddressBook { Id = reader.ReadInt32(), Name = reader.ReadString(), Visibility = reader.ReadString(), IsReserved = reader.ReadBoolean() };
            account.Books.Add(book.Id, book);
        });
    }
}
