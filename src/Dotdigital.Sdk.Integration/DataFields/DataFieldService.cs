using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.DataFields;

/// <summary>The host's door to data fields. Creates and deletes without a lease, so that nobody waits for a long read to end; a sync under way deletes only what was stored before it read.</summary>
internal sealed class DataFieldService(
    ISyncStore store,
    AccountDirectory accounts,
    AccountConnector connector,
    AccountRunner runner,
    SyncDataFieldsStep sync,
    DataFieldCreator creator,
    MarketingListCatalogue lists) : IDataFieldService
{
    public async Task<IReadOnlyList<DataFieldRecord>> GetAllAsync(AccountId account, CancellationToken cancellationToken)
    {
        var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        await using (unit.ConfigureAwait(false))
        {
            return await unit.DataFields.GetAllAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<SyncReport> RefreshAsync(AccountId account, CancellationToken cancellationToken)
    {
        var report = await runner.RunAsync(
            account,
            JobNames.DataFields,
            null,
            null,
            (run, steps, token) => steps.RunAsync(StepNames.SyncDataFields, string.Empty, t => sync.RunAsync(run, t), token),
            cancellationToken).ConfigureAwait(false);
        if (report.WasBusy)
        {
            await DataFieldsDue.MakeAsync(store, account, cancellationToken).ConfigureAwait(false);
        }

        return report;
    }

    public async Task<DataFieldRecord> CreateAsync(AccountId account, NewDataField field, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(field);
        var client = await ConnectAsync(account, cancellationToken).ConfigureAwait(false);
        return await creator.CreateAsync(account, client, token => store.BeginAsync(account, token), field, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<DataFieldUse>> GetUsesAsync(AccountId account, string name, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        return await FindUsesAsync(unit, account, name, cancellationToken).ConfigureAwait(false);
    }

    public async Task DeleteAsync(AccountId account, string name, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var client = await ConnectAsync(account, cancellationToken).ConfigureAwait(false);
        await CheckUnusedAsync(account, name, cancellationToken).ConfigureAwait(false);
        try
        {
            var answer = await client.DataFields.DeleteAsync(name, cancellationToken).ConfigureAwait(false);
            if (!answer.Result)
            {
                throw answer.Dependencies.Count > 0
                    ? new DataFieldInUseException(name, [.. answer.Dependencies.Select(static use => new DataFieldUse(use.Type.Value, use.ObjectId.ToString(System.Globalization.CultureInfo.InvariantCulture)))])
                    : new DataFieldException(name, $"was not deleted: Dotdigital keeps it in account '{account}' and names nothing that uses it. System fields cannot be deleted; look for it there.");
            }
        }
        catch (DotdigitalNotFoundException)
        {
            // Gone already: what is left is to forget it here.
        }

        await ForgetAsync(account, name).ConfigureAwait(false);
    }

    private async Task CheckUnusedAsync(AccountId account, string name, CancellationToken cancellationToken)
    {
        var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        await using (unit.ConfigureAwait(false))
        {
            var fields = (await unit.DataFields.GetAllAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(static field => field.Name, StringComparer.OrdinalIgnoreCase);
            if (SystemDataFields.Among([.. fields.Keys, name]).Contains(name) || (fields.TryGetValue(name, out var field) && field.IsSystem))
            {
                throw new DataFieldException(name, "is a system field, which every account has: it cannot be deleted.");
            }

            var uses = await FindUsesAsync(unit, account, name, cancellationToken).ConfigureAwait(false);
            if (uses.Count > 0)
            {
                throw new DataFieldInUseException(name, uses);
            }
        }
    }

    private async Task<IReadOnlyList<DataFieldUse>> FindUsesAsync(IUnitOfWork unit, AccountId account, string name, CancellationToken cancellationToken)
    {
        var stored = await unit.Mappings.GetAllAsync(cancellationToken).ConfigureAwait(false);
        var connections = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
        var coded = lists.All
            .Where(list => EffectiveMapping.Of(list, stored) is null && EffectiveMapping.ListsOf(lists, list.Entity, account.Value, connections).Contains(list) && Maps(list.Mapping))
            .Select(static list => new DataFieldUse("MarketingList", list.Name));
        return [.. stored.Where(mapping => Maps(mapping.Rows)).Select(static mapping => new DataFieldUse("Mapping", mapping.Entity)), .. coded];

        bool Maps(IReadOnlyList<MappingRow> rows) => rows.Any(row => string.Equals(row.DataField, name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Not cancelled: Dotdigital has deleted it.</summary>
    private async Task ForgetAsync(AccountId account, string name)
    {
        var unit = await store.BeginAsync(account, CancellationToken.None).ConfigureAwait(false);
        await using (unit.ConfigureAwait(false))
        {
            await unit.DataFields.DeleteAsync([name], CancellationToken.None).ConfigureAwait(false);
            await unit.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }
    private async Task<IDotdigitalClient> ConnectAsync(AccountId account, CancellationToken cancellationToken) =>
        await connector.ConnectAsync(await accounts.GetEnabledAsync(account, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
}
