namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryDataFields(UnitState unit) : IDataFieldRepository
{
    public Task<IReadOnlyList<DataFieldRecord>> GetAllAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DataFieldRecord>>([.. unit.Current.DataFields.Rows]);

    public Task SaveAsync(IReadOnlyCollection<DataFieldRecord> fields, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { DataFields = state.DataFields.Set(fields, static field => field.Name.ToUpperInvariant()) },
        cancellationToken);

    public Task DeleteAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { DataFields = state.DataFields.Remove(names.Select(static name => name.ToUpperInvariant())) },
        cancellationToken);
}
