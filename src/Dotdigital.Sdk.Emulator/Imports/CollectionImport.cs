using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.DataFields;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.Imports;

/// <summary>The contacts of a v2 JSON import. Only the fields a contact names are touched; null or blank counts as blank.</summary>
internal static class CollectionImport
{
    public static ImportStatus Run(AccountState account, ImportJob job)
    {
        using var document = JsonDocument.Parse(job.Payload);
        JsonElement[] contacts = [.. document.RootElement.Items("contacts")];
        if (account.Contacts.Count + (long)contacts.Length > account.Behaviour.ContactLimit)
        {
            return ImportStatus.ExceedsAllowedContactLimit;
        }

        var importer = new RowImporter(account, job);
        var faults = new FaultsFile();
        string[] keys = [.. contacts.SelectMany(c => c.Items("dataFields")).Select(f => f.Text("key") ?? "").Distinct(StringComparer.OrdinalIgnoreCase)];
        faults.Header(keys.Prepend("email"));
        foreach (var row in contacts)
        {
            var email = (row.Text("email") ?? "").Trim();
            var values = new List<(DataField Field, string? Value)>();
            var reason = importer.Refusal(email) ?? Read(account, row, values);
            if (reason is not null)
            {
                importer.Refuse(reason);
                Record(faults, row, email, keys, reason);
                continue;
            }

            var before = account.Contacts.Count;
            var contact = importer.Accept(email);
            foreach (var (field, value) in values)
            {
                importer.Write(contact, field, value);
            }

            RowImporter.WriteEmailType(contact, row.Text("emailType"));
            importer.WriteOptIn(contact, row.Text("optInType"), account.Contacts.Count > before);
            Consent(contact, row, job.Due);
        }

        job.Faults = faults.ToBytes(account.Behaviour.FaultsFileBom);
        return ImportStatus.Finished;
    }

    private static string? Read(AccountState account, JsonElement row, List<(DataField Field, string? Value)> values)
    {
        foreach (var item in row.Items("dataFields"))
        {
            var fits = account.Fields.Find(item.Text("key") ?? "") is { } field && field.TryNormalise(item.Text("value"), out var value)
                && Keep(values, field, value);
            if (!fits && account.Behaviour.MisfitIsFault)
            {
                return "Invalid Entries";
            }
        }

        return null;
    }

    private static bool Keep(List<(DataField Field, string? Value)> values, DataField field, string? value)
    {
        values.Add((field, value));
        return true;
    }

    private static void Consent(Contact contact, JsonElement row, long now)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in row.Items("consentFields"))
        {
            parts[item.Text("key") ?? ""] = item.Text("value") ?? "";
        }

        if (parts.Count > 0)
        {
            string Part(string name) => parts.GetValueOrDefault(name) ?? parts.GetValueOrDefault($"CONSENT{name}") ?? "";
            (contact.Consents ??= []).Add(
                new ConsentRecord(Part("TEXT"), Part("URL"), Part("DATETIMECONSENTED") is { Length: > 0 } at ? at : Part("DATETIME"), Part("IP"), Part("USERAGENT"), now));
        }
    }

    private static void Record(FaultsFile faults, JsonElement row, string email, string[] keys, string reason)
    {
        faults.Begin(reason);
        faults.Cell(email);
        foreach (var key in keys)
        {
            faults.Cell(row.Items("dataFields").Where(f => string.Equals(f.Text("key"), key, StringComparison.OrdinalIgnoreCase)).Select(f => f.Text("value")).FirstOrDefault() ?? "");
        }

        faults.End();
    }
}
