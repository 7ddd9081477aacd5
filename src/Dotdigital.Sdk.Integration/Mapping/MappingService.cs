using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;

namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>Reads, checks and writes stored mappings. Writes without a lease, so that it never waits for a run to end; the host is asked for its fields before a unit is begun.</summary>
internal sealed class MappingService(ISyncStore store, MarketingListCatalogue lists, TrackedFields tracked, TimeProvider time) : IMappingService
{
    public async Task<IReadOnlyList<EntityMapping>> GetAllAsync(AccountId account, CancellationToken cancellationToken)
    {
        var mappings = new List<EntityMapping>();
        foreach (var entity in lists.All.Select(static list => list.Entity).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            mappings.Add(await GetAsync(account, entity, cancellationToken).ConfigureAwait(false));
        }

        return mappings;
    }

    public async Task<EntityMapping> GetAsync(AccountId account, string entity, CancellationToken cancellationToken)
    {
        var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        MappingScope scope;
        await using (unit.ConfigureAwait(false))
        {
            scope = await MappingScope.ReadAsync(unit, lists, account, entity, cancellationToken).ConfigureAwait(false);
        }

        return await DescribeAsync(scope, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<ListField>> GetFieldsAsync(AccountId account, string entity, CancellationToken cancellationToken)
    {
        var scope = await ReadAsync(account, entity, cancellationToken).ConfigureAwait(false);
        Dictionary<string, ListField>? common = null;
        foreach (var list in scope.Lists)
        {
            var fields = await lists.ReadFieldsAsync(list, cancellationToken).ConfigureAwait(false);
            common = common is null
                ? fields.ToDictionary(static field => field.Name, StringComparer.Ordinal)
                : common.Where(known => fields.Any(field => string.Equals(field.Name, known.Key, StringComparison.Ordinal) && field.Type == known.Value.Type)).ToDictionary(StringComparer.Ordinal);
        }

        return common is null ? [] : [.. common.Values.OrderBy(static field => field.Name, StringComparer.Ordinal)];
    }

    public async Task<MappingPreview> PreviewAsync(AccountId account, MappingDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var scope = await ReadAsync(account, draft.Entity, cancellationToken).ConfigureAwait(false);
        var drafted = await DraftedAsync(scope, draft, cancellationToken).ConfigureAwait(false);
        var effective = await EffectiveAsync(scope, cancellationToken).ConfigureAwait(false);
        var problems = new List<string>();
        var ofRows = new List<MappingRowProblem>();
        var changed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var removed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long count = 0;
        for (var i = 0; i < drafted.Count; i++)
        {
            var now = Bound(effective[i], scope, []);
            var then = Bound(drafted[i], scope, problems, ofRows);
            var fresh = then.ExceptBy(now.Select(static column => column.Token), static column => column.Token, StringComparer.Ordinal).Select(static column => column.Field.Name).ToList();
            changed.UnionWith(fresh);
            removed.UnionWith(now.Select(static column => column.Field.Name).Except(then.Select(static column => column.Field.Name), StringComparer.OrdinalIgnoreCase));
            count += fresh.Count == 0 ? 0 : await CountAsync(account, scope.ConnectionOf(drafted[i]), cancellationToken).ConfigureAwait(false);
        }

        return new MappingPreview
        {
            Problems = [.. scope.WhyNot().Concat(problems).Distinct(StringComparer.Ordinal)],
            RowProblems = [.. ofRows.Distinct().OrderBy(static problem => problem.Row)],
            ChangedDataFields = [.. changed.Order(StringComparer.OrdinalIgnoreCase)],
            RemovedDataFields = [.. removed.Order(StringComparer.OrdinalIgnoreCase)],
            MembershipsToCompare = count,
        };
    }

    public async Task<EntityMapping> SaveAsync(AccountId account, MappingDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var before = await ReadAsync(account, draft.Entity, cancellationToken).ConfigureAwait(false);
        var drafted = await DraftedAsync(before, draft, cancellationToken).ConfigureAwait(false);
        MappingScope scope;
        var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        await using (unit.ConfigureAwait(false))
        {
            scope = await ReadToWriteAsync(unit, account, draft.Entity, draft.Version, cancellationToken).ConfigureAwait(false);
            var problems = new List<string>(scope.WhyNot());
            IReadOnlyList<MappingColumn> columns = [];
            foreach (var list in drafted)
            {
                columns = Bound(list, scope, problems);
            }

            if (problems.Count > 0)
            {
                throw new MappingException(account, draft.Entity, [.. problems.Distinct(StringComparer.Ordinal)]);
            }

            // Rows keep their order, and name the data fields as the account does (rule MP-8).
            var names = columns.ToDictionary(static column => column.Row.DataField, static column => column.Field.Name, StringComparer.Ordinal);
            var mapping = new MappingRecord
            {
                Entity = draft.Entity,
                Rows = [.. draft.Rows.Select(row => row with { DataField = names[row.DataField] })],
                Priority = draft.Priority,
                ChangedAt = time.GetUtcNow(),
            };
            scope = scope with { Stored = await unit.Mappings.SaveAsync(mapping, cancellationToken).ConfigureAwait(false) };
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        await tracked.RefreshAsync(cancellationToken).ConfigureAwait(false);
        return await DescribeAsync(scope, cancellationToken).ConfigureAwait(false);
    }

    public async Task RemoveAsync(AccountId account, string entity, long version, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(entity);
        var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        await using (unit.ConfigureAwait(false))
        {
            await unit.Mappings.DeleteAsync([], cancellationToken).ConfigureAwait(false);
            var stored = (await unit.Mappings.GetAllAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(mapping => string.Equals(mapping.Entity, entity, StringComparison.Ordinal));
            if (stored is null)
            {
                return;
            }

            if (stored.Version != version)
            {
                throw new MappingConflictException(account, entity, stored.Version);
            }

            await unit.Mappings.DeleteAsync([entity], cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        await tracked.RefreshAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<MappingScope> ReadAsync(AccountId account, string entity, CancellationToken cancellationToken)
    {
        var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        await using (unit.ConfigureAwait(false))
        {
            return await MappingScope.ReadAsync(unit, lists, account, entity, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes the turn to write first: what is read after it cannot be changed by another meanwhile.</summary>
    private async Task<MappingScope> ReadToWriteAsync(IUnitOfWork unit, AccountId account, string entity, long version, CancellationToken cancellationToken)
    {
        await unit.Mappings.DeleteAsync([], cancellationToken).ConfigureAwait(false);
        var scope = await MappingScope.ReadAsync(unit, lists, account, entity, cancellationToken).ConfigureAwait(false);
        var stored = scope.Stored?.Version ?? 0;
        return stored == version ? scope : throw new MappingConflictException(account, entity, stored);
    }

    private async Task<EntityMapping> DescribeAsync(MappingScope scope, CancellationToken cancellationToken)
    {
        var effective = await EffectiveAsync(scope, cancellationToken).ConfigureAwait(false);
        var problems = new List<string>(scope.WhyNot());
        foreach (var list in effective)
        {
            Bound(list, scope, problems);
        }

        return new EntityMapping
        {
            Entity = scope.Entity,
            Source = scope.Stored is null ? MappingSource.Code : MappingSource.Stored,
            Rows = scope.Stored?.Rows ?? [.. effective.SelectMany(static list => list.Mapping).DistinctBy(static row => row.DataField, StringComparer.OrdinalIgnoreCase)],
            Priority = scope.Stored?.Priority,
            Version = scope.Stored?.Version ?? 0,
            ChangedAt = scope.Stored?.ChangedAt,
            Lists = [.. scope.Lists.Select(static list => list.Name)],
            Problems = [.. problems.Distinct(StringComparer.Ordinal)],
        };
    }

    private Task<IReadOnlyList<MarketingList>> EffectiveAsync(MappingScope scope, CancellationToken cancellationToken) => ApplyAsync(scope, scope.Stored, cancellationToken);

    private Task<IReadOnlyList<MarketingList>> DraftedAsync(MappingScope scope, MappingDraft draft, CancellationToken cancellationToken) =>
        ApplyAsync(scope, new MappingRecord { Entity = draft.Entity, Rows = draft.Rows, Priority = draft.Priority, ChangedAt = time.GetUtcNow() }, cancellationToken);

    private async Task<IReadOnlyList<MarketingList>> ApplyAsync(MappingScope scope, MappingRecord? mapping, CancellationToken cancellationToken)
    {
        var effective = new List<MarketingList>(scope.Lists.Count);
        foreach (var list in scope.Lists)
        {
            effective.Add(await EffectiveMapping.ApplyAsync(lists, list, mapping, cancellationToken).ConfigureAwait(false));
        }

        return effective;
    }

    /// <summary>A list's columns; of several lists a problem names the one that has it.</summary>
    private static IReadOnlyList<MappingColumn> Bound(MarketingList list, MappingScope scope, List<string> problems, List<MappingRowProblem>? ofRows = null)
    {
        var own = new List<string>();
        var ownOfRows = new List<MappingRowProblem>();
        var columns = ListMapping.Bind(list, scope.DataFields, own, ownOfRows).Columns;
        problems.AddRange(own.Select(Named));
        ofRows?.AddRange(ownOfRows.Select(row => row with { Problem = Named(row.Problem) }));
        return columns;

        string Named(string problem) =>
            scope.Lists.Count > 1 && problem.Contains("that the list does not have", StringComparison.Ordinal) ? $"marketing list '{list.Name}': {problem}" : problem;
    }

    private async Task<long> CountAsync(AccountId account, ConnectionRecord? connection, CancellationToken cancellationToken)
    {
        if (connection is null)
        {
            return 0;
        }

        var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        await using (unit.ConfigureAwait(false))
        {
            var counts = await unit.Memberships.CountAsync(connection.Id, cancellationToken).ConfigureAwait(false);
            return counts.Where(static count => count.State == ExportState.Clean).Sum(static count => count.Count);
        }
    }
}
