using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>The account's connected lists with their mappings bound, made once a run.</summary>
internal sealed class ExportPlan
{
    private readonly AccountRun _run;
    private readonly List<(ConnectedList List, ListMapping Mapping)> _bound = [];
    private readonly Dictionary<int, MappingException> _unbound = [];

    private readonly IReadOnlyList<DataFieldRecord> _dataFields;

    private ExportPlan(AccountRun run, IReadOnlyList<ConnectedList> lists, IReadOnlyList<DataFieldRecord> dataFields)
    {
        _run = run;
        _dataFields = dataFields;
        Lists = lists;
    }

    public IReadOnlyList<ConnectedList> Lists { get; }

    public static async Task<ExportPlan> CreateAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var lists = await run.GetConnectedListsAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<DataFieldRecord> dataFields;
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            dataFields = await unit.DataFields.GetAllAsync(cancellationToken).ConfigureAwait(false);
        }

        var plan = new ExportPlan(run, lists, dataFields);

        // Also the lists that the run is not for: they may own data fields of those that it is for (rule EX-3a).
        foreach (var list in await run.GetAllConnectedListsAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                plan._bound.Add((list, ListMapping.Bind(list.List, dataFields)));
            }
            catch (MappingException wrong)
            {
                plan._unbound.Add(list.Connection.Id, wrong);
            }
        }

        return plan;
    }

    /// <summary>The reader of a list's values.</summary>
    /// <exception cref="MappingException">The list's mapping does not fit the account.</exception>
    public ContactValuesReader ReaderFor(ConnectedList list)
    {
        if (_unbound.TryGetValue(list.Connection.Id, out var wrong))
        {
            throw wrong;
        }

        return new ContactValuesReader(_run, list, _bound.Find(bound => bound.List.Connection.Id == list.Connection.Id).Mapping, _bound);
    }

    /// <summary>The reader of a list that is not connected yet.</summary>
    /// <exception cref="MappingException">The list's mapping does not fit the account.</exception>
    public ContactValuesReader ReaderForNew(ConnectedList list) => new(_run, list, ListMapping.Bind(list.List, _dataFields), _bound);
}
