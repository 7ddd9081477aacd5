using System.Buffers;
using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Http;
using Dotdigital.Sdk.Emulator.Imports;

namespace Dotdigital.Sdk.Emulator.ContactsV3;

/// <summary>POST /contacts/v3/delete, its processing, and its status.</summary>
internal static class BulkDelete
{
    private static readonly string[] Names = ["contactId", "email", "mobileNumber"];

    public static ApiResult Start(ApiRequest r)
    {
        using var document = r.Json();
        var count = document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement.GetArrayLength() : 0;
        if (count == 0)
        {
            throw ApiErrorException.V3(400, "contacts:noContactsSpecified", "You must specifiy 1 or more contacts to be deleted!");
        }

        if (count > 5000)
        {
            throw ApiErrorException.V3(400, "contacts:tooManyContacts", "At most 5000 contacts may be deleted by a request");
        }

        var jobs = r.Account.Jobs;
        var sequence = jobs.NextSequence++;
        var job = new DeletionJob { Id = jobs.NewId(sequence), Sequence = sequence, Due = r.Now + r.Account.Behaviour.DeletionDelay.Ticks, Payload = r.Body };
        jobs.Add(job);
        return ApiResult.Json(202, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("deleteId", job.Id);
            writer.WriteEndObject();
        });
    }

    public static ApiResult Status(ApiRequest r)
    {
        var text = r.Text("deleteId");
        if (!Guid.TryParse(text, out var id))
        {
            throw ApiErrorException.V3(400, "contacts:invalidDeleteId", $"The id value '{text}' is not a recognized deletion job identifier");
        }

        var job = r.Account.Jobs.Deletion(id) is { BookId: null } found
            ? found
            : throw ApiErrorException.V3(404, "contacts:importNotFound", $"The import request '{text}' could not be found!");
        return ApiResult.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("deleteId", job.Id);
            writer.WriteString("status", job.IsDone ? "Finished" : "NotFinished");
            if (job.IsDone)
            {
                using var result = JsonDocument.Parse(job.Result);
                foreach (var property in result.RootElement.EnumerateObject())
                {
                    property.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        });
    }

    public static void Process(AccountState account, DeletionJob job)
    {
        using var document = JsonDocument.Parse(job.Payload);
        var deleted = new List<JsonElement>();
        var failed = new List<(JsonElement Identifier, string Code, string Description)>();
        foreach (var item in document.RootElement.EnumerateArray())
        {
            var name = Array.Find(Names, n => item.TryGet(n, out _));
            if (name is null || item.Text(name) is not { } value || !Identifier.IsValid(name, value))
            {
                failed.Add((item, "invalidIdentifier", $"Invalid value for '{name ?? "identifier"}'"));
            }
            else if (Identifier.Find(account, name, value) is { } contact)
            {
                Persons.Delete(account, contact);
                deleted.Add(item);
            }
            else
            {
                failed.Add((item, "contactNotFound", "The contact could not be found"));
            }
        }

        job.Result = Result(deleted, failed);
        job.Payload = null;
        job.IsDone = true;
    }

    private static byte[] Result(List<JsonElement> deleted, List<(JsonElement Identifier, string Code, string Description)> failed)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteStartObject("summary");
        var unknown = failed.Count(f => string.Equals(f.Code, "contactNotFound", StringComparison.Ordinal));
        writer.WriteNumber("requestedContacts", deleted.Count + failed.Count);
        writer.WriteNumber("deletedContacts", deleted.Count);
        writer.WriteNumber("unknownContacts", unknown);
        writer.WriteNumber("invalidEntries", failed.Count - unknown);
        writer.WriteEndObject();
        writer.WriteStartArray("deleted");
        deleted.ForEach(item => item.WriteTo(writer));
        writer.WriteEndArray();
        writer.WriteStartArray("failures");
        foreach (var (identifier, code, description) in failed)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("identifier");
            identifier.WriteTo(writer);
            writer.WriteStartArray("failures");
            writer.WriteStartObject();
            writer.WriteString("failureCode", code);
            writer.WriteString("description", description);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
