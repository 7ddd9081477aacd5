using System.Text.Json;
using Dotdigital.Sdk.ContactsV3;

namespace Dotdigital.Sdk.Serialization;

/// <summary>Reads and writes the lists of v3 contacts.</summary>
internal sealed class ContactListMembershipConverter : RowConverter<ContactListMembership>
{
    private static readonly PropertyNames Names = new("id", "name", "status");

    public override void Write(Utf8JsonWriter writer, ContactListMembership value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", value.Id);
        writer.WriteString("name", value.Name);
        writer.WriteString("status", value.Status.Value);
        writer.WriteEndObject();
    }

    protected override ContactListMembership ReadRow(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        long id = 0;
        string? name = null;
        ContactListStatus status = default;
        for (var property = -1; Names.Next(ref reader, ref property);)
        {
            switch (property)
            {
                case 0:
                    id = Number(ref reader);
                    break;
                case 1:
                    name = ReadName(ref reader);
                    break;
                default:
                    status = Enumeration<ContactListStatus>(ref reader);
                    break;
            }
        }

        return new() { Id = (int)Math.Clamp(id, int.MinValue, int.MaxValue), Name = name, Status = status };
    }

    /// <summary>The same few names come with every contact.</summary>
    private static string? ReadName(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String ? NamePool.Shared.Get(ref reader) : Text(ref reader);
}
