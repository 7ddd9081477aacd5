using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

internal sealed class AddressBookRepository(UnitScope unit) : IAddressBookRepository
{
    public async Task<IReadOnlyList<AddressBookRecord>> GetAllAsync(CancellationToken cancellationToken)
    {
        var rows = await unit.Db.AddressBooks
            .Where(row => row.AccountId == unit.Account)
            .OrderBy(row => row.Id)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public Task SaveAsync(IReadOnlyCollection<AddressBookRecord> books, CancellationToken cancellationToken) =>
        unit.WriteAsync([.. books.Select(book => AddressBookRow.From(unit.Account, book))], OnConflict.Replace, cancellationToken);
}
