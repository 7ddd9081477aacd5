using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Integration.Events;

/// <summary>Source-generated JSON of the events.</summary>
[JsonSerializable(typeof(ContactOptedOut))]
[JsonSerializable(typeof(ContactReachableAgain))]
[JsonSerializable(typeof(AddressBookGone))]
[JsonSerializable(typeof(CampaignFirstSent))]
[JsonSerializable(typeof(BatchFailed))]
[JsonSerializable(typeof(MembershipRemovedRemotely))]
[JsonSerializable(typeof(ExportFinished))]
[JsonSerializable(typeof(ResubscriptionAnswered))]
[JsonSerializable(typeof(RemovalNeedsConfirmation))]
[JsonSerializable(typeof(AccountRefused))]
[JsonSerializable(typeof(AccountWorksAgain))]
[JsonSerializable(typeof(RowsSetAside))]
[JsonSerializable(typeof(WebhookReceived))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class EventJsonContext : JsonSerializerContext;
