namespace Dotdigital.Sdk.Integration.Events;

/// <summary>How many events of an account are stored.</summary>
/// <param name="Waiting">To be delivered, now or later.</param>
/// <param name="SetAside">Given up until a person decides.</param>
public readonly record struct OutboxCounts(long Waiting, long SetAside);
