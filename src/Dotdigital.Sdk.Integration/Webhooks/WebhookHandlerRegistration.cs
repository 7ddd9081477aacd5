namespace Dotdigital.Sdk.Integration.Webhooks;

/// <summary>Which events a handler is for.</summary>
/// <param name="Name">The event's name, compared ignoring case; null for all.</param>
/// <param name="Handler">The handler's type.</param>
internal sealed record WebhookHandlerRegistration(string? Name, Type Handler);
