namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Address books of the unit's account. Few (at most some thousands), so they are read whole.</summary>
public interface IAddressBookRepository
{
    /// <summary>All books, soft-deleted ones included, by id.</summary>
    Task<IReadOnlyList<AddressBookRecord>> GetAllAsync(CancellationToken cancellationToken);

    /// <summary>Inserts or replaces by id.</summary>
    Task SaveAsync(IReadOnlyCollection<AddressBookRecord> books, CancellationToken cancellationToken);
}
