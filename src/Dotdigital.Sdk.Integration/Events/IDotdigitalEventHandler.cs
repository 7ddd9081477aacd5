namespace Dotdigital.Sdk.Integration.Events;

/// <summary>
/// Receives events of one type, or of all with <see cref="DotdigitalEvent"/>. At least once, in order per person; one that throws is
/// asked again with growing delays and never stops a cycle.
/// </summary>
/// <typeparam name="TEvent">The event.</typeparam>
public interface IDotdigitalEventHandler<in TEvent>
    where TEvent : DotdigitalEvent
{
    /// <summary>Handles one event; returning accepts it.</summary>
    Task HandleAsync(TEvent happened, CancellationToken cancellationToken);
}
