using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Http;
using Dotdigital.Sdk.Emulator.Imports;

namespace Dotdigital.Sdk.Emulator.Contacts;

/// <summary>ApiContact: taking contacts out of address books, one at once or many by a job.</summary>
internal static class RemovalEndpoints
{
    public static ApiResult One(ApiRequest r)
    {
        var book = r.WritableBook();
        Memberships.Leave(r.Account, ContactEndpoints.Require(r, "contactId"), book, r.Now);
        return ApiResult.Empty(204);
    }

    public static ApiResult Many(ApiRequest r)
    {
        var book = r.WritableBook();
        using var document = r.Json();
        if (document.RootElement.ValueKind != JsonValueKind.Array || document.RootElement.EnumerateArray().Any(i => i.ValueKind != JsonValueKind.Number))
        {
            throw ApiErrorException.V2(400, "ERROR_CONTACTS_ARE_NOT_SPECIFIED", "The body must be an array of contact ids.");
        }

        return Start(r, book, [.. document.RootElement.EnumerateArray().Select(i => i.TryGetInt32(out var id) ? id : 0)]);
    }

    public static ApiResult All(ApiRequest r)
    {
        var book = r.WritableBook();
        return Start(r, book, book.Ordered);
    }

    public static ApiResult AllAtOnce(ApiRequest r)
    {
        var book = r.WritableBook();
        foreach (var id in book.Ordered)
        {
            Memberships.Leave(r.Account, r.Account.Contacts.ById(id)!, book, r.Now);
        }

        return ApiResult.Empty(204);
    }

    public static ApiResult Status(ApiRequest r)
        => Guid.TryParse(r.Text("deletionRequestId"), out var id) && r.Account.Jobs.Deletion(id) is { BookId: not null } job
            ? ApiResult.Json(writer => Write(writer, job))
            : throw ApiErrorException.V2(404, "ERROR_CONTACT_NOT_FOUND", "The deletion request does not exist.");

    private static ApiResult Start(ApiRequest r, AddressBook book, int[] contactIds)
    {
        var jobs = r.Account.Jobs;
        var sequence = jobs.NextSequence++;
        var job = new DeletionJob
        {
            Id = jobs.NewId(sequence),
            Sequence = sequence,
            Due = r.Now + r.Account.Behaviour.DeletionDelay.Ticks,
            BookId = book.Id,
            ContactIds = contactIds,
        };
        jobs.Add(job);
        return ApiResult.Json(202, writer => Write(writer, job));
    }

    private static void Write(Utf8JsonWriter writer, DeletionJob job)
    {
        writer.WriteStartObject();
        writer.WriteString("id", job.Id);
        writer.WriteString("status", job.IsDone ? "Completed" : "Started");
        writer.WriteEndObject();
    }
}
