using System.Text;
using System.Text.Json;
using Dotdigital.Sdk.Emulator.Clock;
using Dotdigital.Sdk.Emulator.Faults;

namespace Dotdigital.Sdk.Emulator.Persistence;

/// <summary>A journal record as bytes and back.</summary>
internal static class JournalCodec
{
    public static void Write(MemoryStream stream, JournalRecord record)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write((byte)record.Kind);
        writer.Write(record.Account);
        writer.Write(record.Instant);
        writer.Write(record.Name);
        writer.Write(record.PathAndQuery);
        writer.Write(record.ContentType);
        writer.Write(record.Directive is null ? "" : JsonSerializer.Serialize(record.Directive));
        writer.Write(record.Anchor.Real);
        writer.Write(record.Anchor.Emulated);
        writer.Write(record.Anchor.Speed);
        writer.Write(record.Body.Length);
        writer.Write(record.Body.Span);
    }

    public static JournalRecord Read(byte[] payload)
    {
        using var reader = new BinaryReader(new MemoryStream(payload), Encoding.UTF8);
        return new JournalRecord
        {
            Kind = (JournalKind)reader.ReadByte(),
            Account = reader.ReadString(),
            Instant = reader.ReadInt64(),
            Name = reader.ReadString(),
            PathAndQuery = reader.ReadString(),
            ContentType = reader.ReadString(),
            Directive = Directive(reader.ReadString()),
            Anchor = new ClockAnchor(reader.ReadInt64(), reader.ReadInt64(), reader.ReadDouble()),
            Body = reader.ReadBytes(reader.ReadInt32()),
        };
    }

    public static ImportDirective? Directive(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return null;
        }

        var read = JsonSerializer.Deserialize<ImportDirective>(json)!;
        return read with { Refused = new Dictionary<string, string>(read.Refused, StringComparer.OrdinalIgnoreCase) };
    }
}
