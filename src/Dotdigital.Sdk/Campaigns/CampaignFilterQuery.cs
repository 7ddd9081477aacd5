using Dotdigital.Sdk.Http;

namespace Dotdigital.Sdk.Campaigns;

/// <summary>Puts a <see cref="CampaignFilter"/> into the query string; lists repeat their name.</summary>
internal static class CampaignFilterQuery
{
    public static ApiCall Append(ApiCall call, CampaignFilter filter)
    {
        Check.Period(filter.ScheduledFrom ?? DateTimeOffset.MinValue, filter.ScheduledTo ?? DateTimeOffset.MaxValue);
        call = filter.Type is { } type ? call.Query("~type", type.Value) : call;
        call = (filter.Tags ?? []).Aggregate(call, static (c, tag) => c.Query("~tags", tag));
        call = (filter.Statuses ?? []).Aggregate(call, static (c, status) => c.Query("~statuses", status.Value));
        call = filter.SentDate is { } sent ? call.Query("~sentDate", sent) : call;
        call = filter.ScheduledFrom is { } from ? call.Query("~scheduledDateFrom", from) : call;
        return filter.ScheduledTo is { } to ? call.Query("~scheduledDateTo", to) : call;
    }
}
