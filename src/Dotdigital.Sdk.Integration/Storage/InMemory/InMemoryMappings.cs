namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryMappings(UnitState unit) : IMappingRepository
{
    public const string Series = "mapping";

    public Task<IReadOnlyList<MappingRecord>> GetAllAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MappingRecord>>([.. unit.Current.Mappings.Rows]);

    public Task<long> GetVersionAsync(CancellationToken cancellationToken) => Task.FromResult(unit.Current.Counters.GetValueOrDefault(Series));

    public async Task<MappingRecord> SaveAsync(MappingRecord mapping, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var saved = mapping with { Version = await unit.AllocateAsync(Series, 1, cancellationToken).ConfigureAwait(false) };
        await unit.ChangeAsync(state => state with { Mappings = state.Mappings.Set(saved.Entity, saved) }, cancellationToken).ConfigureAwait(false);
        return saved;
    }

    public async Task DeleteAsync(IReadOnlyCollection<string> entities, CancellationToken cancellationToken)
    {
        await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        if (entities.Count > 0)
        {
            await unit.AllocateAsync(Series, 1, cancellationToken).ConfigureAwait(false);
            await unit.ChangeAsync(state => state with { Mappings = state.Mappings.Remove(entities) }, cancellationToken).ConfigureAwait(false);
        }
    }
}
