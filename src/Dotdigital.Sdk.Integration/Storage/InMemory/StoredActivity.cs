namespace Dotdigital.Sdk.Integration.Storage.InMemory;

/// <summary>A marketing activity and its place in the order of storing.</summary>
internal sealed record StoredActivity(MarketingActivityRecord Activity, long Sequence);
