using System.Buffers;
using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Http;
using Dotdigital.Sdk.Emulator.Imports;

namespace Dotdigital.Sdk.Emulator.ContactsV3;

/// <summary>
/// The contacts of a v3 import, one by one. Suppressed people are updated with their channel status left alone (or, as a
/// behaviour, refused). A contact matched by contactId takes a new email; one that belongs to somebody else fails.
/// </summary>
internal static class V3Import
{
    public static ImportStatus Run(AccountState account, ImportJob job)
    {
        using var document = JsonDocument.Parse(job.Payload);
        JsonElement[] rows = [.. document.RootElement.Items("contacts")];
        if (account.Contacts.Count + (long)rows.Length > account.Behaviour.ContactLimit)
        {
            return ImportStatus.ExceedsAllowedContactLimit;
        }

        var failures = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(failures))
        {
            writer.WriteStartArray();
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var row in rows)
            {
                var body = new V3Body(account, job.Due, job.Operation);
                var contact = Apply(account, job, row, body, seen);
                if (body.Failures.Count > 0)
                {
                    WriteFailure(writer, row, contact, body);
                }
            }

            writer.WriteEndArray();
        }

        job.Faults = failures.WrittenSpan.ToArray();
        return ImportStatus.Finished;
    }

    private static Contact? Apply(AccountState account, ImportJob job, JsonElement row, V3Body body, HashSet<string> seen)
    {
        var match = row.Text("matchIdentifier") ?? "email";
        row.TryGet("identifiers", out var identifiers);
        var value = identifiers.Text(match)?.Trim();
        var email = identifiers.Text("email")?.Trim();
        var mobile = identifiers.Text("mobileNumber")?.Trim();
        if (value is null || !Identifier.IsKnown(match) || !Identifier.IsValid(match, value))
        {
            return Refuse(job, body, ImportReport.Invalid, match.Equals("email", StringComparison.OrdinalIgnoreCase) ? "invalidEmail" : "invalidIdentifier", $"Invalid value for '{match}'");
        }

        if (email is not null && !EmailAddress.IsValid(email))
        {
            return Refuse(job, body, ImportReport.Invalid, "invalidEmail", "Invalid value for 'email'");
        }

        if (!seen.Add($"{match}:{value}"))
        {
            return Refuse(job, body, ImportReport.Duplicate, "duplicateIdentifier", $"The identifier '{match}' occurs more than once");
        }

        if (job.Directive is { } directive && (directive.Refused.TryGetValue(value, out var code) || (email is not null && directive.Refused.TryGetValue(email, out code))))
        {
            return Refuse(job, body, ImportReport.Invalid, code, code);
        }

        var contact = Identifier.Find(account, match, value);
        if (contact is null && match.Equals("contactId", StringComparison.OrdinalIgnoreCase))
        {
            return Refuse(job, body, ImportReport.Invalid, "contactNotFound", "The contact could not be found");
        }

        if ((email is not null && account.Contacts.ByEmail(email) is { } other && !ReferenceEquals(other, contact))
            || (mobile is not null && account.Contacts.ByMobile(mobile) is { } another && !ReferenceEquals(another, contact)))
        {
            return Refuse(job, body, ImportReport.Duplicate, "idAlreadyExists", "An identifier belongs to another contact");
        }

        var suppressed = contact is not null ? StatusRules.IsOptedOut(contact.Status)
            : email is not null && account.Contacts.Ghosts.TryGetValue(email, out var ghost) && StatusRules.IsOptedOut(ghost.Status);
        if (suppressed && !account.Behaviour.V3UpdatesSuppressed)
        {
            return Refuse(job, body, ImportReport.GloballySuppressed, "globallySuppressed", "The contact is suppressed");
        }

        if (body.Fields(row) is not { } values)
        {
            job.Report.Counts[ImportReport.Invalid]++;
            return null;
        }

        var isNew = contact is null;
        contact ??= Persons.Create(account, email, mobile, job.Due);
        Identify(account, job, contact, email, mobile);
        V3Body.Write(contact, values, job.MergeOption);
        account.Contacts.Touch(contact, job.Due);
        body.Channels(contact, row, isNew, isUpdate: true);
        body.Lists(contact, row);
        body.Consents(contact, row);
        (isNew ? job.Created : job.Updated).Add((contact.Id, contact.Email));
        job.Report.Counts[isNew ? ImportReport.New : ImportReport.Updated]++;
        return contact;
    }

    private static void Identify(AccountState account, ImportJob job, Contact contact, string? email, string? mobile)
    {
        if (email is not null && !string.Equals(contact.Email, email, StringComparison.OrdinalIgnoreCase))
        {
            Persons.Rename(account, contact, email, job.Due);
        }

        if (mobile is not null)
        {
            account.Contacts.SetMobile(contact, mobile);
        }
    }

    private static Contact? Refuse(ImportJob job, V3Body body, int counter, string code, string description)
    {
        job.Report.Counts[counter]++;
        body.Failures.Add((code, description));
        return null;
    }

    private static void WriteFailure(Utf8JsonWriter writer, JsonElement row, Contact? contact, V3Body body)
    {
        writer.WriteStartObject();
        if (contact is not null)
        {
            writer.WriteNumber("contactId", contact.Id);
        }

        writer.WriteString("matchIdentifier", row.Text("matchIdentifier") ?? "email");
        writer.WritePropertyName("identifiers");
        if (row.TryGet("identifiers", out var identifiers))
        {
            identifiers.WriteTo(writer);
        }
        else
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }

        WriteReasons(writer, body.Failures);
        writer.WriteEndObject();
    }

    private static void WriteReasons(Utf8JsonWriter writer, List<(string Code, string Description)> failures)
    {
        writer.WriteStartArray("failures");
        foreach (var (code, description) in failures)
        {
            writer.WriteStartObject();
            writer.WriteString("failureCode", code);
            writer.WriteString("description", description);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
