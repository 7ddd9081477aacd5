namespace Dotdigital.Sdk.Events;

/// <summary>Events of a subscription.</summary>
/// <param name="Events">The events; empty when there are none yet.</param>
/// <param name="CheckPoint">Where to go on: store it after the events, and pass it next time.</param>
/// <param name="ServerDate">The server's <c>Date</c> header, UTC; <see langword="null"/> when it sent none.</param>
public sealed record EventPage(IReadOnlyList<DotdigitalEvent> Events, string? CheckPoint, DateTimeOffset? ServerDate);
