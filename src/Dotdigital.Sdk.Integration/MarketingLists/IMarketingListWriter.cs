namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>The host's side of a marketing list, to be written. Resolved in a scope of its own for each delivery. Every call may be repeated (rule OP-4).</summary>
public interface IMarketingListWriter
{
    /// <summary>A person opted out in Dotdigital, or cannot be delivered to: mark the item. Never called inside a host transaction.</summary>
    Task OptOutAsync(string itemId, OptOutNotice notice, CancellationToken cancellationToken);

    /// <summary>The person came back by their own act: unmark the item.</summary>
    Task OptBackInAsync(string itemId, OptOutNotice notice, CancellationToken cancellationToken) => Task.CompletedTask;
}
