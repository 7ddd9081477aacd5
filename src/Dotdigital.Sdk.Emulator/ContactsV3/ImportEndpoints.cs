using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Http;
using Dotdigital.Sdk.Emulator.Imports;

namespace Dotdigital.Sdk.Emulator.ContactsV3;

/// <summary>PUT /contacts/v3/import and its status.</summary>
internal static class ImportEndpoints
{
    public static ApiResult Start(ApiRequest r)
    {
        if (r.Body.Length > r.Account.Behaviour.MaxV3ImportBytes)
        {
            throw ApiErrorException.V3(413, "contacts:requestTooLarge", $"The request exceeds {r.Account.Behaviour.MaxV3ImportBytes} bytes");
        }

        using var document = r.Json();
        var merge = MergeOptions.V3(document.RootElement.Text("mergeOption"));
        var any = false;
        foreach (var row in document.RootElement.Items("contacts"))
        {
            any = true;
            if (row.Items("lists").Count() > 100)
            {
                throw ApiErrorException.V3(400, "contacts:invalidContacts", "Invalid contact data", ("lists", "Cannot exceed 100 items"));
            }

            var email = row.TryGet("identifiers", out var identifiers) ? identifiers.Text("email") : null;
            StatusWatch.V3(r, row, email);
            r.Account.KnownOptOuts.WatchV3(r, row, email);
        }

        if (!any)
        {
            throw ApiErrorException.V3(400, "contacts:noContactsSpecified", "You must specify 1 or more contacts to be imported!");
        }

        if (r.Account.Jobs.ActiveImports >= r.Account.Behaviour.MaxActiveImports)
        {
            throw ApiErrorException.V3(
                429, "contacts:tooManyActiveImports",
                "Your import request cannot be accepted as too many imports are being processed for you account. Please wait for an import to complete and then resubmit.");
        }

        var job = ImportStart.Create(r, ImportKind.V3, r.Body, [], merge);
        return ApiResult.Json(202, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("importId", job.Id);
            writer.WriteEndObject();
        });
    }

    public static ApiResult Status(ApiRequest r)
    {
        var text = r.Text("importId");
        if (!Guid.TryParse(text, out var id))
        {
            throw ApiErrorException.V3(400, "contacts:invalidId", $"The id value '{text}' is not a recognized import identifier");
        }

        var job = r.Account.Jobs.Import(id) is { Kind: ImportKind.V3 } found
            ? found
            : throw ApiErrorException.V3(404, "contacts:importNotFound", $"The import request '{text}' could not be found!");
        return ApiResult.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("importId", job.Id);
            writer.WriteString("status", job.Status.ToString());
            if (job.Status == ImportStatus.Finished)
            {
                WriteSummary(writer, job.Report);
                WriteReferences(writer, "created", job.Created);
                WriteReferences(writer, "updated", job.Updated);
                writer.WritePropertyName("failures");
                writer.WriteRawValue(job.Faults, skipInputValidation: true);
            }

            writer.WriteEndObject();
        });
    }

    private static void WriteSummary(Utf8JsonWriter writer, ImportReport report)
    {
        writer.WriteStartObject("summary");
        writer.WriteNumber("newContacts", report.Counts[ImportReport.New]);
        writer.WriteNumber("updatedContacts", report.Counts[ImportReport.Updated]);
        writer.WriteNumber("globallySuppressed", report.Counts[ImportReport.GloballySuppressed]);
        writer.WriteNumber("invalidEntries", report.Counts[ImportReport.Invalid]);
        writer.WriteNumber("duplicateIdentifiers", report.Counts[ImportReport.Duplicate]);
        writer.WriteEndObject();
    }

    private static void WriteReferences(Utf8JsonWriter writer, string name, List<(int ContactId, string? Email)> contacts)
    {
        writer.WriteStartArray(name);
        foreach (var (contactId, email) in contacts)
        {
            writer.WriteStartObject();
            writer.WriteNumber("contactId", contactId);
            writer.WriteStartObject("identifiers");
            if (email is not null)
            {
                writer.WriteString("email", email);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
