namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>A marketing activity with its place in the order in which they were stored, or last given an item.</summary>
/// <param name="Sequence">Rises within the account; activities that were given an item together may share one.</param>
/// <param name="Activity">The activity.</param>
public sealed record SequencedActivity(long Sequence, MarketingActivityRecord Activity);
