using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Events;

internal sealed class EventsApi(RequestPipeline pipeline) : IEventsApi
{
    private static readonly ApiOperation Import = ApiOperation.Once("Events.Import", HttpMethod.Post, "/events/v3/import");
    private static readonly ApiOperation GetSubscriptions = ApiOperation.Get("Events.GetSubscriptions", "/events/v3/export/subscriptions");
    private static readonly ApiOperation GetSubscription = ApiOperation.Get("Events.GetSubscription", "/events/v3/export/subscriptions/{subscriptionId}");
    private static readonly ApiOperation CreateSubscription = ApiOperation.Once("Events.CreateSubscription", HttpMethod.Post, "/events/v3/export/subscriptions");
    private static readonly ApiOperation UpdateSubscription =
        ApiOperation.Repeatable("Events.UpdateSubscription", HttpMethod.Put, "/events/v3/export/subscriptions/{subscriptionId}");
    private static readonly ApiOperation DeleteSubscription = ApiOperation.Delete("Events.DeleteSubscription", "/events/v3/export/subscriptions/{subscriptionId}");
    private static readonly ApiOperation GetLargeObject = ApiOperation.Get("Events.GetLargeObject", "/events/v3/lob/{lobId}");
    private static readonly ApiOperation Read = ApiOperation.Get("Events.Read", "/events/v3/export/{subscriptionId}");

    public Task ImportAsync(IReadOnlyList<NewEvent> events, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        Check.Count(events.Count, 1, 5000, nameof(events));
        return pipeline.SendAsync(Import.With() with { Content = RequestBody.FromJson(events, SdkJson.Default.IReadOnlyListNewEvent) }, cancellationToken);
    }

    public IAsyncEnumerable<EventSubscription> GetSubscriptionsAsync(CancellationToken cancellationToken = default) =>
        PagedList.FollowAsync((marker, token) => GetSubscriptionsPageAsync(marker, cancellationToken: token), cancellationToken);

    public Task<MarkerPage<EventSubscription>> GetSubscriptionsPageAsync(string? marker = null, int take = 5000, CancellationToken cancellationToken = default) =>
        pipeline.ReadMarkerPageAsync(GetSubscriptions.With(), marker, take, 5000, SdkJson.Default.MarkerPageBodyEventSubscription, cancellationToken);

    public Task<EventSubscription> GetSubscriptionAsync(long subscriptionId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetSubscription.With(subscriptionId), SdkJson.Default.EventSubscription, cancellationToken);

    public Task<EventSubscription> CreateSubscriptionAsync(EventSubscriptionContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        Check.Text(content.Name, 50, nameof(content));
        Check.Count(content.EventTypes.Count, 1, 100, nameof(content));
        return pipeline.ReadAsync(CreateSubscription.With() with { Content = RequestBody.FromJson(content, SdkJson.Default.EventSubscriptionContent) }, SdkJson.Default.EventSubscription, cancellationToken);
    }

    public Task<EventSubscription> UpdateSubscriptionAsync(long subscriptionId, EventSubscriptionContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        Check.Text(content.Name, 50, nameof(content));
        Check.Count(content.EventTypes.Count, 1, 100, nameof(content));
        return pipeline.ReadAsync(UpdateSubscription.With(subscriptionId) with { Content = RequestBody.FromJson(content, SdkJson.Default.EventSubscriptionContent) }, SdkJson.Default.EventSubscription, cancellationToken);
    }

    public Task DeleteSubscriptionAsync(long subscriptionId, CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(DeleteSubscription.With(subscriptionId), cancellationToken);

    public Task<Stream> GetLargeObjectAsync(string lobId, CancellationToken cancellationToken = default) =>
        pipeline.OpenAsync(GetLargeObject.With(lobId), cancellationToken);

    public async Task<EventPage> ReadAsync(long subscriptionId, string? checkPoint = null, int take = 2000, CancellationToken cancellationToken = default)
    {
        Check.Range(take, 1, 5000);
        var call = Read.With(subscriptionId).Query("limit", take);
        call = checkPoint is null ? call : call.Query("checkPoint", checkPoint);
        var answer = await pipeline.ReadAnswerAsync(call, SdkJson.Default.EventPageBody, cancellationToken).ConfigureAwait(false);
        return new(answer.Value.Events, answer.Value.CheckPoint ?? checkPoint, answer.ServerDate);
    }
}
