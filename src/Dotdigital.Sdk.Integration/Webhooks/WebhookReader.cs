using System.Globalization;
using System.Text.Json;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Events;

namespace Dotdigital.Sdk.Integration.Webhooks;

/// <summary>
/// Reads a body of Dotdigital's webhooks: an array of envelopes, or one by itself. Names are compared ignoring case and unknown ones are passed over; of an
/// envelope only the id, the name and the time must be there. One bad envelope does not spoil the others.
/// </summary>
internal static class WebhookReader
{
    private const int LongestText = 200;

    /// <summary>Where a payload says which message, profile or chat it is about.</summary>
    private static readonly string[] EntityIds = ["id", "messageId", "profileId", "chatId", "conversationId"];

    /// <summary>Reads.</summary>
    /// <returns>The events, or null when the body is no JSON, no array and no object, or has nothing in it.</returns>
    public static WebhookBatch? Read(AccountId account, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            IReadOnlyList<JsonElement> entries = root.ValueKind switch
            {
                JsonValueKind.Array => [.. root.EnumerateArray()],
                JsonValueKind.Object => [root],
                _ => [],
            };
            if (entries.Count == 0)
            {
                return null;
            }

            var events = entries.Select(entry => ReadEvent(account, entry, now)).OfType<WebhookReceived>().ToList();
            return new WebhookBatch(events, entries.Count - events.Count);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What keeps events of one message, profile or chat in order; empty where the payload does not say.</summary>
    public static string OrderKeyOf(WebhookReceived received)
    {
        if (received.Payload is not { ValueKind: JsonValueKind.Object } payload)
        {
            return string.Empty;
        }

        var id = EntityIds.Select(name => Text(Find(payload, name))).FirstOrDefault(static text => text is { Length: > 0 and <= LongestText });
        return id is null ? string.Empty : $"webhook {id}";
    }

    private static WebhookReceived? ReadEvent(AccountId account, JsonElement entry, DateTimeOffset now)
    {
        try
        {
            if (entry.ValueKind is not JsonValueKind.Object
                || Text(Find(entry, "eventId")) is not { Length: > 0 and <= LongestText } id
                || Text(Find(entry, "name")) is not { Length: > 0 and <= LongestText } name
                || !DateTimeOffset.TryParse(Text(Find(entry, "timestamp")), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            {
                return null;
            }

            var received = new WebhookReceived
            {
                EventId = EventIds.For(account, nameof(WebhookReceived), id),
                Account = account.Value,
                RecordedAt = now,
                WebhookId = id,
                Name = name,
                At = at.ToUniversalTime(),
                DotdigitalAccountId = Number(Find(entry, "accountId")),
                ApiSpaceId = Text(Find(entry, "apiSpaceId")),
                Revision = Number(Find(entry, "revision")),
                ETag = Text(Find(entry, "etag")),
                Payload = Find(entry, "payload") is { ValueKind: not JsonValueKind.Null } payload ? payload.Clone() : null,
            };

            // What cannot be written cannot be stored, and whose texts cannot be read could be a forgotten person's: a text that is no Unicode shows here, and spoils
            // this event only.
            _ = received.ToOutbox(OrderKeyOf(received));
            _ = WebhookMentions.Of(received.Payload);
            return received;
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Find(JsonElement entry, string name)
    {
        foreach (var property in entry.EnumerateObject())
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value;
            }
        }

        return null;
    }

    private static string? Text(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    private static long? Number(JsonElement? value) => long.TryParse(Text(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
