namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryAddressBooks(UnitState unit) : IAddressBookRepository
{
    public Task<IReadOnlyList<AddressBookRecord>> GetAllAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AddressBookRecord>>([.. unit.Current.AddressBooks.Rows]);

    public Task SaveAsync(IReadOnlyCollection<AddressBookRecord> books, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { AddressBooks = state.AddressBooks.Set(books, static book => book.Id) },
        cancellationToken);
}
