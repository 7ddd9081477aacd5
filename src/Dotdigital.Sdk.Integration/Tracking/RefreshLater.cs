using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>
/// Changes that concern connections which are not exported now do not hold the others' up: those connections compare all their values once they are exported
/// again. So do connections whose list is not declared at the moment, as nobody can tell what it is made of.
/// </summary>
internal static class RefreshLater
{
    /// <summary>Asks for it, once.</summary>
    public static async Task AskAsync(
        Func<CancellationToken, Task<IUnitOfWork>> begin,
        MarketingListCatalogue lists,
        IReadOnlyCollection<FieldChange> changes,
        Func<ConnectionRecord, bool> isNotExported,
        CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var entities = changes.Select(static change => change.RootEntity).ToHashSet(StringComparer.Ordinal);
        await using var unit = await begin(cancellationToken).ConfigureAwait(false);
        var asks = (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false))
            .Where(static connection => connection is { DisconnectedAt: null, RefreshRequested: false })
            .Where(connection => lists.Find(connection.ListName) is not { } list || (entities.Contains(list.Entity) && isNotExported(connection)))
            .ToList();
        foreach (var connection in asks)
        {
            await unit.Connections.SaveAsync(connection with { RefreshRequested = true }, cancellationToken).ConfigureAwait(false);
        }

        if (asks.Count > 0)
        {
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
