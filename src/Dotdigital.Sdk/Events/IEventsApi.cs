using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Events;

/// <summary>Events: into Dotdigital about contacts, and out of it by subscription (at most 5). v3.</summary>
public interface IEventsApi
{
    /// <summary>Imports events about contacts (<c>POST /events/v3/import</c>). Not repeated after a lost answer.</summary>
    /// <param name="events">The events, 1 to 5000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task ImportAsync(IReadOnlyList<NewEvent> events, CancellationToken cancellationToken = default);

    /// <summary>Every subscription, following markers (<c>GET /events/v3/export/subscriptions</c>).</summary>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<EventSubscription> GetSubscriptionsAsync(CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetSubscriptionsAsync"/>.</summary>
    /// <param name="marker">Where to go on (<see cref="MarkerPage{T}.NextMarker"/>); <see langword="null"/> for the first page.</param>
    /// <param name="take">Rows wanted, 1 to 5000; fewer may come.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<MarkerPage<EventSubscription>> GetSubscriptionsPageAsync(string? marker = null, int take = 5000, CancellationToken cancellationToken = default);

    /// <summary>One subscription (<c>GET /events/v3/export/subscriptions/{subscriptionId}</c>).</summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<EventSubscription> GetSubscriptionAsync(long subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>Creates a subscription (<c>POST /events/v3/export/subscriptions</c>). Not repeated after a lost answer: look for the name first.</summary>
    /// <param name="content">What it collects.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<EventSubscription> CreateSubscriptionAsync(EventSubscriptionContent content, CancellationToken cancellationToken = default);

    /// <summary>Replaces a subscription; safe to repeat (<c>PUT /events/v3/export/subscriptions/{subscriptionId}</c>).</summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="content">All of it: what is left out is cleared.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<EventSubscription> UpdateSubscriptionAsync(long subscriptionId, EventSubscriptionContent content, CancellationToken cancellationToken = default);

    /// <summary>Deletes a subscription for good, with the events it holds (<c>DELETE /events/v3/export/subscriptions/{subscriptionId}</c>).</summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task DeleteSubscriptionAsync(long subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>A value too large for its event, that the event refers to; not buffered (<c>GET /events/v3/lob/{lobId}</c>).</summary>
    /// <param name="lobId">The object.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The stream; dispose it.</returns>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<Stream> GetLargeObjectAsync(string lobId, CancellationToken cancellationToken = default);

    /// <summary>
    /// The events a subscription collected after a check point, at least once each (<c>GET /events/v3/export/{subscriptionId}</c>). Store the page's check
    /// point after its events, and pass it next time: that tells Dotdigital they were received.
    /// </summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="checkPoint">The <see cref="EventPage.CheckPoint"/> of the last page received; <see langword="null"/> for the earliest events kept.</param>
    /// <param name="take">Events wanted, 1 to 5000; fewer may come.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is no such subscription.</exception>
    Task<EventPage> ReadAsync(long subscriptionId, string? checkPoint = null, int take = 2000, CancellationToken cancellationToken = default);
}
