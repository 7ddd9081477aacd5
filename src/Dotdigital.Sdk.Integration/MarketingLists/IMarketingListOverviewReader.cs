namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>Tells where all declared marketing lists stand, from the store alone: a handful of statements an account, however many lists and address books it has. Any process may call it.</summary>
public interface IMarketingListOverviewReader
{
    /// <summary>All declared lists, by name without regard to case.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<IReadOnlyList<MarketingListOverview>> GetAllAsync(CancellationToken cancellationToken = default);

    /// <summary>One list; null when the host declares none of that name.</summary>
    /// <param name="listName">The marketing list.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<MarketingListOverview?> FindAsync(string listName, CancellationToken cancellationToken = default);
}
