using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.TwoWay;

/// <summary>The account's connected lists with their effective mappings.</summary>
internal static class TwoWayLists
{
    /// <summary>All lists whose mapping can be used; the export tells of the others.</summary>
    public static async Task<IReadOnlyList<TwoWayList>> LoadAsync(AccountRun run, CancellationToken cancellationToken)
    {
        IReadOnlyList<DataFieldRecord> dataFields;
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            dataFields = await unit.DataFields.GetAllAsync(cancellationToken).ConfigureAwait(false);
        }

        var lists = new List<TwoWayList>();
        foreach (var list in await run.GetAllConnectedListsAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                lists.Add(new TwoWayList(list, ListMapping.Bind(list.List, dataFields)));
            }
            catch (MappingException)
            {
                // Nothing of it is exported either; that step fails with the same problems named.
            }
        }

        return lists;
    }
}
