using Dotdigital.Sdk.Integration.Contacts;

namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryListItems(UnitState unit) : IListItemRepository
{
    public Task<IReadOnlyList<ListItemRecord>> FindAsync(string listName, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ListItemRecord>>([.. unit.Current.ListItems.Find(itemIds.Select(item => (listName, item)))]);

    public Task<IReadOnlyList<ListItemRecord>> FindByEmailAsync(IReadOnlyCollection<EmailAddress> emails, CancellationToken cancellationToken)
    {
        var wanted = emails.ToHashSet();
        return Task.FromResult<IReadOnlyList<ListItemRecord>>([.. unit.Current.ListItems.Rows.Where(item => item.Email is { } email && wanted.Contains(email))]);
    }

    public Task<IReadOnlyList<ListItemRecord>> PageUntoldAsync(string listName, string? afterItemId, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ListItemRecord>>(
            [.. After(listName, afterItemId).Where(static item => item.Origin == OptOutOrigin.Host && !item.IsTold).Take(take)]);

    public Task<IReadOnlyList<ListItemRecord>> PageAsync(string listName, string? afterItemId, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ListItemRecord>>([.. After(listName, afterItemId).Take(take)]);

    public Task SaveAsync(IReadOnlyCollection<ListItemRecord> items, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { ListItems = state.ListItems.Set(items, static item => (item.ListName, item.ItemId)) },
        cancellationToken);

    public Task DeleteAsync(string listName, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { ListItems = state.ListItems.Remove(itemIds.Select(item => (listName, item))) },
        cancellationToken);

    public Task DeleteForgottenAsync(string hash, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(hash);
        return unit.ChangeAsync(
            state => state with
            {
                ListItems = state.ListItems.Remove([.. state.ListItems.Rows.Where(item => string.Equals(item.ForgottenAs, hash, StringComparison.Ordinal)).Select(static item => (item.ListName, item.ItemId))]),
            },
            cancellationToken);
    }

    public Task SaveSetAsideAsync(IReadOnlyCollection<SetAsideRecord> items, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with
        {
            SetAside = state.SetAside.Set(
                items.Select(item => state.SetAside.TryGet((item.ListName, item.ItemId), out var stored) && string.Equals(stored.Reason, item.Reason, StringComparison.Ordinal)
                    ? item with { At = stored.At }
                    : item),
                static item => (item.ListName, item.ItemId)),
        },
        cancellationToken);

    public Task ForgetSetAsideAsync(string listName, long pass, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with
        {
            SetAside = state.SetAside.Remove([.. SetAsideAfter(state, listName, null).Where(item => item.Pass < pass).Select(static item => (item.ListName, item.ItemId))]),
        },
        cancellationToken);

    public Task<IReadOnlyList<SetAsideRecord>> PageSetAsideAsync(string listName, string? afterItemId, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SetAsideRecord>>([.. SetAsideAfter(unit.Current, listName, afterItemId).Take(take)]);

    public Task<IReadOnlyList<SetAsideRecord>> FindSetAsideAsync(string listName, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SetAsideRecord>>([.. unit.Current.SetAside.Find(itemIds.Select(item => (listName, item)))]);

    public Task<IReadOnlyDictionary<string, long>> CountSetAsideAsync(string listName, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, long>>(
            SetAsideAfter(unit.Current, listName, null).GroupBy(static item => item.Reason, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.LongCount(), StringComparer.Ordinal));

    public Task<IReadOnlyList<SetAsideListCount>> CountSetAsideAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SetAsideListCount>>(
        [
            .. unit.Current.SetAside.Rows.GroupBy(static item => (item.ListName, item.Reason)).Select(static group => new SetAsideListCount(group.Key.ListName, group.Key.Reason, group.LongCount())),
        ]);

    public Task DeleteSetAsideAsync(string listName, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { SetAside = state.SetAside.Remove(itemIds.Select(item => (listName, item))) },
        cancellationToken);

    private static IEnumerable<SetAsideRecord> SetAsideAfter(AccountState state, string listName, string? afterItemId) =>
        state.SetAside.After((listName, afterItemId ?? string.Empty)).TakeWhile(item => string.Equals(item.ListName, listName, StringComparison.Ordinal));

    private IEnumerable<ListItemRecord> After(string listName, string? afterItemId) =>
        unit.Current.ListItems.After((listName, afterItemId ?? string.Empty)).TakeWhile(item => string.Equals(item.ListName, listName, StringComparison.Ordinal));
}
