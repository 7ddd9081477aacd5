using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.DataFields;
using Dotdigital.Sdk.Emulator.Http;
using Dotdigital.Sdk.Emulator.Imports;

namespace Dotdigital.Sdk.Emulator.ContactsV3;

/// <summary>Applies a v3 contact body (create, patch, replace, import row) to a contact, part by part.</summary>
internal sealed class V3Body(AccountState account, long now, string operation)
{
    /// <summary>What was wrong with parts of the body, though the contact itself was taken.</summary>
    public List<(string Code, string Description)> Failures { get; } = [];

    /// <summary>The values of a body's data fields, or what is wrong with them.</summary>
    public List<(DataField Field, string? Value)>? Fields(JsonElement body)
    {
        var values = new List<(DataField, string?)>();
        if (body.TryGet("dataFields", out var fields) && fields.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in fields.EnumerateObject())
            {
                if (account.Fields.Find(property.Name) is not { } field)
                {
                    Failures.Add(("dataFieldNotFound", $"The data field '{property.Name}' does not exist"));
                }
                else if (!field.TryNormalise(JsonExtensions.Text(property.Value), out var value))
                {
                    Failures.Add(("invalidDataFieldValue", $"Invalid value for '{property.Name}'"));
                }
                else
                {
                    values.Add((field, value));
                }
            }
        }

        return Failures.Count == 0 ? values : null;
    }

    public static void Write(Contact contact, List<(DataField Field, string? Value)> values, MergeOption merge)
    {
        foreach (var (field, value) in values)
        {
            var writes = merge == MergeOption.Overwrite || (value is not null && (merge == MergeOption.OverwriteIfNotEmpty || contact[field.Column] is null));
            if (writes && !field.IsServerSet)
            {
                contact.Set(field.Column, value);
            }
        }
    }

    public void Channels(Contact contact, JsonElement body, bool isNew, bool isUpdate)
    {
        if (!body.TryGet("channelProperties", out var channels) || !channels.TryGet("email", out var email))
        {
            return;
        }

        RowImporter.WriteEmailType(contact, email.Text("emailType"));
        if (Enum.TryParse<OptInType>(email.Text("optInType"), ignoreCase: true, out var optIn) && Enum.IsDefined(optIn))
        {
            contact.OptInType = optIn;
            if (isNew && optIn == OptInType.VerifiedDouble && contact.Status == EmulatedStatus.Subscribed)
            {
                Persons.SetStatus(account, contact, EmulatedStatus.PendingOptIn, now);
            }
        }

        switch (email.Text("status")?.ToUpperInvariant())
        {
            case "UNSUBSCRIBED" when !StatusRules.IsOptedOut(contact.Status):
                Persons.SetStatus(account, contact, EmulatedStatus.Unsubscribed, now);
                break;
            case "SUPPRESSED" when !StatusRules.IsOptedOut(contact.Status):
                Persons.SetStatus(account, contact, EmulatedStatus.Suppressed, now);
                break;
            case "SUBSCRIBED" when isUpdate && !StatusRules.IsReachable(contact.Status):
                Resubscribe(contact, email);
                break;
        }
    }

    public void Lists(Contact contact, JsonElement body)
    {
        foreach (var item in body.Items("lists"))
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt64(out var id) || account.Book(id) is not { IsReserved: false } book)
            {
                Failures.Add(("listNotFound", $"The list '{item}' could not be found"));
                continue;
            }

            if (Memberships.Join(account, contact, book, now))
            {
                continue;
            }

            if (!account.Behaviour.V3ListsReadd)
            {
                Failures.Add(("suppressedOnList", $"The contact is suppressed on the list '{book.Name}'"));
            }
            else
            {
                account.Violations.Add(new Violation(
                    new DateTimeOffset(now, TimeSpan.Zero), operation, ViolationKind.MadeReachable, contact.Email, book.Id,
                    $"{contact.Email} was unsubscribed from '{book.Name}' and was put back by {operation}"));
                Memberships.Set(account, contact, book, MembershipStatus.Subscribed, now);
            }
        }
    }

    public void Consents(Contact contact, JsonElement body)
    {
        JsonElement[] records = [.. body.Items("consentRecords")];
        if (records.Length > 5)
        {
            Failures.Add(("tooManyConsentRecords", "At most 5 consent records may be given"));
            return;
        }

        foreach (var record in records)
        {
            string?[] parts = [record.Text("text"), record.Text("url"), record.Text("dateTimeConsented"), record.Text("ipAddress"), record.Text("userAgent")];
            if (parts.Any(string.IsNullOrWhiteSpace))
            {
                Failures.Add(("invalidConsentRecord", "A consent record lacks one of its values"));
                continue;
            }

            (contact.Consents ??= []).Add(new ConsentRecord(parts[0]!, parts[1]!, parts[2]!, parts[3]!, parts[4]!, now));
        }
    }

    /// <summary>The v3 danger: a status of subscribed resubscribes, without a challenge unless that was switched off.</summary>
    private void Resubscribe(Contact contact, JsonElement email)
    {
        var challenge = email.TryGet("resubscribeOptions", out var options) && options.Text("resubscribeWithNoChallenge") is "false";
        if (!challenge)
        {
            Persons.MakeReachable(account, contact, null, now, operation, isExplicit: false);
        }
    }
}
