using Dotdigital.Sdk.Integration.Events;

namespace Dotdigital.Sdk.Integration.Webhooks;

/// <summary>The events of one body.</summary>
/// <param name="Events">Those that have an id, a name and a time.</param>
/// <param name="Unusable">How many entries have not.</param>
internal sealed record WebhookBatch(IReadOnlyList<WebhookReceived> Events, int Unusable);
