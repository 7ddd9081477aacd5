using System.Text.Json;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Privacy;

/// <summary>Writes what is stored of a person (rule PR-2), by names that a person can read.</summary>
internal static class PersonJsonWriter
{
    public static void Write(Utf8JsonWriter json, AccountId account, PersonFootprint person, ForgottenRecord? forgotten)
    {
        json.WriteStartObject();
        json.WriteString("account", account.Value);
        Write(json, "forgottenAt", forgotten?.At);
        if (person.Contact is { } contact)
        {
            json.WriteStartObject("contact");
            WriteContact(json, contact);
            json.WriteEndObject();
        }

        WriteAll(json, "memberships", person.Memberships, WriteMembership);
        WriteAll(json, "optOuts", person.OptOuts, WriteOptOut);
        WriteAll(json, "items", person.Items, static (json, item) => WriteItem(json, item.ListName, item.ItemId));
        WriteAll(json, "setAside", person.SetAside, WriteSetAside);
        WriteAll(json, "sent", person.Batches, WriteBatchMember);
        WriteAll(json, "hostWrites", person.HostWrites, WriteHostWrite);
        WriteAll(json, "activities", person.Activities, WriteActivity);
        WriteAll(json, "marketingActivities", person.MarketingActivities, WriteMarketingActivity);
        WriteAll(json, "waitingEvents", person.Events, WriteEvent);
        json.WriteEndObject();
    }

    private static void WriteContact(Utf8JsonWriter json, ContactRecord contact)
    {
        json.WriteString("email", contact.Email.Value);
        Write(json, "dotdigitalId", contact.RemoteId);
        json.WriteString("status", contact.Status.Value);
        Write(json, "unsubscribedAt", contact.UnsubscribedAt);
        Write(json, "lastSubscribedAt", contact.LastSubscribedAt);
        json.WriteString("optInType", contact.OptInType);
        json.WriteString("emailType", contact.EmailType);
        WriteFields(json, "dataFields", contact.Snapshot);
        WriteFields(json, "notKept", contact.NotKept);
    }

    private static void WriteMembership(Utf8JsonWriter json, MembershipRecord membership)
    {
        json.WriteNumber("addressBookId", membership.AddressBookId);
        json.WriteString("status", membership.Status.Value);
        Write(json, "unsubscribedAt", membership.UnsubscribedAt);
        json.WriteString("itemId", membership.ItemId);
        json.WriteString("exportState", membership.State.Kind.ToString());
        json.WriteString("reason", membership.State.Reason);
        json.WriteString("lastFault", membership.LastFault);
        if (membership.LastBatchId is { } batch)
        {
            json.WriteNumber("lastBatchId", batch);
        }

        json.WriteString("renameTo", membership.RenameTo?.Value);
    }

    private static void WriteOptOut(Utf8JsonWriter json, ListItemRecord item)
    {
        WriteItem(json, item.ListName, item.ItemId);
        json.WriteString("email", item.Email?.Value);
        json.WriteString("origin", item.Origin.ToString());
        json.WriteString("reason", item.Reason);
        Write(json, "at", item.At);
        json.WriteBoolean("isUndeliverable", item.IsUndeliverable);
    }

    private static void WriteSetAside(Utf8JsonWriter json, SetAsideRecord item)
    {
        WriteItem(json, item.ListName, item.ItemId);
        json.WriteString("reason", item.Reason);
        json.WriteString("detail", item.Detail);
        Write(json, "at", item.At);
    }

    private static void WriteItem(Utf8JsonWriter json, string listName, string itemId)
    {
        json.WriteString("list", listName);
        json.WriteString("itemId", itemId);
    }

    private static void WriteBatchMember(Utf8JsonWriter json, BatchMembership batch)
    {
        json.WriteNumber("batchId", batch.BatchId);
        json.WriteString("operation", batch.Member.Operation.ToString());
        json.WriteString("email", batch.Member.Email.Value);
        WriteFields(json, "values", batch.Member.Sent);
    }

    private static void WriteHostWrite(Utf8JsonWriter json, HostWriteRecord write)
    {
        json.WriteNumber("connectionId", write.ConnectionId);
        json.WriteBoolean("isCreation", write.IsCreation);
        Write(json, "storedAt", write.CreatedAt);
        WriteFields(json, "base", write.Base);
        WriteFields(json, "offered", write.Offered);
        if (write.Seen is { } seen)
        {
            WriteFields(json, "seen", seen);
        }

        json.WriteString("error", write.Error);
    }

    private static void WriteActivity(Utf8JsonWriter json, ActivityRecord activity)
    {
        json.WriteNumber("campaignId", activity.CampaignId);
        Write(json, "sentAt", activity.SentAt);
        json.WriteNumber("opens", activity.Opens);
        json.WriteNumber("clicks", activity.Clicks);
        json.WriteNumber("pageViews", activity.PageViews);
        json.WriteNumber("replies", activity.Replies);
        json.WriteNumber("forwards", activity.Forwards);
        json.WriteNumber("socialViews", activity.SocialViews);
        Write(json, "firstOpenedAt", activity.FirstOpenedAt);
        Write(json, "lastOpenedAt", activity.LastOpenedAt);
        json.WriteBoolean("isUnsubscribed", activity.IsUnsubscribed);
        json.WriteBoolean("isSoftBounced", activity.IsSoftBounced);
        json.WriteBoolean("isHardBounced", activity.IsHardBounced);
    }

    private static void WriteMarketingActivity(Utf8JsonWriter json, MarketingActivityRecord activity)
    {
        json.WriteNumber("campaignId", activity.CampaignId);
        json.WriteString("kind", activity.Kind.ToString());
        Write(json, "at", activity.At);
        json.WriteString("url", activity.Url);
    }

    private static void WriteEvent(Utf8JsonWriter json, OutboxRecord item)
    {
        json.WriteString("kind", item.Kind);
        Write(json, "storedAt", item.CreatedAt);
        json.WritePropertyName("event");
        json.WriteRawValue(item.Payload);
    }

    private static void WriteFields(Utf8JsonWriter json, string name, Contacts.FieldValues values)
    {
        json.WriteStartObject(name);
        foreach (var (field, value) in values)
        {
            json.WriteString(field, value);
        }

        json.WriteEndObject();
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> rows, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            write(json, row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, DateTimeOffset? instant)
    {
        if (instant is { } value)
        {
            json.WriteString(name, value);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }
}
