using System.Text.Json;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Events;

/// <summary>Turns events into outbox rows and back.</summary>
internal static class OutboxEvents
{
    public static OutboxRecord ToOutbox(this DotdigitalEvent happened, string orderKey = "") => new()
    {
        EventId = happened.EventId,
        Kind = happened.GetType().Name,
        OrderKey = orderKey,
        Payload = JsonSerializer.Serialize(happened, happened.GetType(), EventJsonContext.Default),
        CreatedAt = happened.RecordedAt,
    };

    /// <summary>The event, or null when this version does not know its kind.</summary>
    public static DotdigitalEvent? Restore(OutboxRecord row) => row.Kind switch
    {
        nameof(ContactOptedOut) => JsonSerializer.Deserialize(row.Payload, EventJsonContext.Default.ContactOptedOut),
        nameof(ContactReachableAgain) => JsonSerializer.Deserialize(row.Payload, EventJsonContext.Default.ContactReachableAgain),
        nameof(AddressBookGone) => JsonSerializer.Deserialize(row.Payload, EventJsonContext.Default.AddressBookGone),
        nameof(CampaignFirstSent) => JsonSerializer.Deserialize(row.Payload, EventJsonContext.Default.CampaignFirstSent),
        nameof(BatchFailed) => JsonSerializer.Deserialize(row.Payload, EventJsonContext.Default.BatchFailed),
        nameof(MembershipRemovedRemotely) => JsonSerializer.Deserialize(row.Payload, EventJsonContext.Default.MembershipRemovedRemotely),
        nameof(ExportFinished) => JsonSerializer.Deserialize(row.Payload, EventJsonContext.Default.ExportFinished),
        nameof(ResubscriptionAnswered) => JsonSerializer.Deserialize(row.Payload, EventJsonContext.Default.ResubscriptionAnswered),
        nameof(RemovalNeedsConfirmation) => JsonSerializer.Deserialize(row.Payload, EventJsonContext.Default.RemovalNeedsConfirmation),
        nameof(AccountRefused) => JsonSerializer.Deserialize(row.Payload, EventJsonContext.Default.AccountRefused),
        nameof(AccountWorksAgain) => JsonSerializer.Deserialize(row.Payload, EventJsonContext.Default.AccountWorksAgain),
        nameof(RowsSetAside) => JsonSerializer.Deserialize(row.Payload, EventJsonContext.Default.RowsSetAside),
        nameof(WebhookReceived) => JsonSerializer.Deserialize(row.Payload, EventJsonContext.Default.WebhookReceived),
        _ => null,
    };
}
