using Dotdigital.Sdk.Integration.Contacts;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Opt-out and set-aside states of list items of the unit's account.</summary>
public interface IListItemRepository
{
    /// <summary>The opt-outs of these items that exist, in no order.</summary>
    Task<IReadOnlyList<ListItemRecord>> FindAsync(string listName, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken);

    /// <summary>The opt-outs of these addresses, of all lists of the account, in no order.</summary>
    Task<IReadOnlyList<ListItemRecord>> FindByEmailAsync(IReadOnlyCollection<EmailAddress> emails, CancellationToken cancellationToken);

    /// <summary>Opt-outs of the host that Dotdigital has not been told of, by item id after <paramref name="afterItemId"/>.</summary>
    Task<IReadOnlyList<ListItemRecord>> PageUntoldAsync(string listName, string? afterItemId, int take, CancellationToken cancellationToken);

    /// <summary>All opt-outs of a list, by item id after <paramref name="afterItemId"/>.</summary>
    Task<IReadOnlyList<ListItemRecord>> PageAsync(string listName, string? afterItemId, int take, CancellationToken cancellationToken);

    /// <summary>Inserts or replaces by key.</summary>
    Task SaveAsync(IReadOnlyCollection<ListItemRecord> items, CancellationToken cancellationToken);

    /// <summary>Deletes by key: the person is reachable again (rule OP-4).</summary>
    Task DeleteAsync(string listName, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken);

    /// <summary>Deletes the opt-outs of a forgotten address: its owner came back (rule OP-5).</summary>
    /// <param name="hash"><see cref="ListItemRecord.ForgottenAs"/>.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    Task DeleteForgottenAsync(string hash, CancellationToken cancellationToken);

    /// <summary>Inserts or replaces by key; an item kept for the same reason keeps its <see cref="SetAsideRecord.At"/>.</summary>
    Task SaveSetAsideAsync(IReadOnlyCollection<SetAsideRecord> items, CancellationToken cancellationToken);

    /// <summary>Forgets the list's set-aside items that a pass before <paramref name="pass"/> was the last to see.</summary>
    Task ForgetSetAsideAsync(string listName, long pass, CancellationToken cancellationToken);

    /// <summary>What is set aside of a list, by item id after <paramref name="afterItemId"/>.</summary>
    Task<IReadOnlyList<SetAsideRecord>> PageSetAsideAsync(string listName, string? afterItemId, int take, CancellationToken cancellationToken);

    /// <summary>Those of these items that are set aside, in no order.</summary>
    Task<IReadOnlyList<SetAsideRecord>> FindSetAsideAsync(string listName, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken);

    /// <summary>How many items of a list are set aside, by reason.</summary>
    Task<IReadOnlyDictionary<string, long>> CountSetAsideAsync(string listName, CancellationToken cancellationToken);

    /// <summary>How many items are set aside, by list and reason, in no order.</summary>
    Task<IReadOnlyList<SetAsideListCount>> CountSetAsideAsync(CancellationToken cancellationToken);

    /// <summary>Forgets set-aside items.</summary>
    Task DeleteSetAsideAsync(string listName, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken);
}
