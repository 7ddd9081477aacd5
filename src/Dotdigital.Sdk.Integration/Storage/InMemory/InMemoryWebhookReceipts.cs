namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryWebhookReceipts(UnitState unit) : IWebhookReceiptRepository
{
    public async Task<IReadOnlySet<Guid>> AddAsync(IReadOnlyCollection<Guid> eventIds, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var added = new HashSet<Guid>();
        await unit.ChangeAsync(
            state =>
            {
                added.UnionWith(eventIds.Where(id => !state.WebhookReceipts.Contains(id)));
                return state with { WebhookReceipts = state.WebhookReceipts.Set(added.Select(id => (Id: id, At: receivedAt)), static receipt => receipt.Id) };
            },
            cancellationToken).ConfigureAwait(false);
        return added;
    }

    public async Task<int> DeleteAsync(DateTimeOffset before, int take, CancellationToken cancellationToken)
    {
        List<Guid> old = [];
        await unit.ChangeAsync(
            state =>
            {
                old = [.. state.WebhookReceipts.Rows.Where(receipt => receipt.At < before).OrderBy(static receipt => receipt.At).Select(static receipt => receipt.Id).Take(take)];
                return state with { WebhookReceipts = state.WebhookReceipts.Remove(old) };
            },
            cancellationToken).ConfigureAwait(false);
        return old.Count;
    }
}
