namespace Dotdigital.Sdk.Integration.Events;

/// <summary>Marketing activities in the order in which they were stored.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="Activities">The activities, some hundreds at most (a few more where one person's were given an item together).</param>
public sealed record MarketingActivityPage(string Account, IReadOnlyList<MarketingActivity> Activities);
