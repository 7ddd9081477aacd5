using System.Buffers;
using System.Text.Json;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Webhooks;

/// <summary>Whose addresses a payload names: a forgotten person's events are neither kept nor taken (rules PR-1, PR-2).</summary>
internal static class WebhookMentions
{
    private const int PageSize = 200;
    private static readonly SearchValues<char> Separators = SearchValues.Create(" \t\r\n<>\"'(),;:[]{}|");

    /// <summary>The addresses in a payload, wherever they stand.</summary>
    public static HashSet<EmailAddress> Of(JsonElement? payload)
    {
        var found = new HashSet<EmailAddress>();
        if (payload is { } element)
        {
            Collect(element, found);
        }

        return found;
    }

    /// <summary>The account's stored webhook events that name an address; read by pages.</summary>
    public static async Task<IReadOnlyList<OutboxRecord>> FindAsync(IUnitOfWork unit, EmailAddress email, CancellationToken cancellationToken)
    {
        var found = new List<OutboxRecord>();
        long after = 0;
        while (await unit.Outbox.PageByKindAsync(nameof(WebhookReceived), after, PageSize, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            after = page[^1].Sequence;
            found.AddRange(page.Where(row => OutboxEvents.Restore(row) is WebhookReceived received && Of(received.Payload).Contains(email)));
        }

        return found;
    }

    private static void Collect(JsonElement element, HashSet<EmailAddress> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Collect(property.Name, found);
                    Collect(property.Value, found);
                }

                break;
            case JsonValueKind.Array:
                foreach (var entry in element.EnumerateArray())
                {
                    Collect(entry, found);
                }

                break;
            case JsonValueKind.String:
                Collect(element.GetString()!, found);
                break;
        }
    }

    private static void Collect(string text, HashSet<EmailAddress> found)
    {
        if (!text.Contains('@', StringComparison.Ordinal))
        {
            return;
        }

        foreach (var part in text.AsSpan().SplitAny(Separators))
        {
            if (EmailAddress.TryParse(text[part].Trim('.'), out var address))
            {
                found.Add(address);
            }
        }
    }
}
