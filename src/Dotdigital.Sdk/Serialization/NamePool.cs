using System.Text.Json;

namespace Dotdigital.Sdk.Serialization;

/// <summary>Shares the few names that come with every contact, so that a page does not hold a copy per row. Bounded.</summary>
internal sealed class NamePool
{
    private const int Slots = 1024;
    private const int MaxLength = 64;
    private readonly string?[] slots = new string?[Slots];

    public static NamePool Shared { get; } = new();

    public string Get(ref Utf8JsonReader reader)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length > MaxLength)
        {
            return reader.GetString() ?? "";
        }

        var hash = new HashCode();
        hash.AddBytes(reader.ValueSpan);
        ref var slot = ref slots[(uint)hash.ToHashCode() % Slots];
        var known = Volatile.Read(ref slot);
        if (known is not null && reader.ValueTextEquals(known))
        {
            return known;
        }

        var name = reader.GetString() ?? "";
        Volatile.Write(ref slot, name);
        return name;
    }
}
