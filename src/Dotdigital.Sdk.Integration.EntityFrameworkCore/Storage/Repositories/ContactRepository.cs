using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

internal sealed class ContactRepository(UnitScope unit) : IContactRepository
{
    public Task<long> AllocateIdsAsync(int count, CancellationToken cancellationToken) => unit.AllocateAsync("contact", count, cancellationToken);

    public Task<IReadOnlyList<ContactRecord>> FindAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        ReadAsync(unit.Db.Contacts.Where(row => row.AccountId == unit.Account && EF.Parameter(ids).Contains(row.Id)), cancellationToken);

    public Task<IReadOnlyList<ContactRecord>> FindByEmailAsync(IReadOnlyCollection<EmailAddress> emails, CancellationToken cancellationToken)
    {
        var values = emails.Select(static email => email.Value).ToList();
        return ReadAsync(unit.Db.Contacts.Where(row => row.AccountId == unit.Account && EF.Parameter(values).Contains(row.Email)), cancellationToken);
    }

    public Task<IReadOnlyList<ContactRecord>> FindByRemoteIdAsync(IReadOnlyCollection<long> remoteIds, CancellationToken cancellationToken) =>
        ReadAsync(
            unit.Db.Contacts.Where(row => row.AccountId == unit.Account && row.RemoteId != null && EF.Parameter(remoteIds).Contains(row.RemoteId.Value)),
            cancellationToken);

    public Task<IReadOnlyList<ContactRecord>> PageAsync(long afterId, int take, CancellationToken cancellationToken) =>
        ReadAsync(unit.Db.Contacts.Where(row => row.AccountId == unit.Account && row.Id > afterId).OrderBy(row => row.Id).Take(take), cancellationToken);

    public async Task SaveAsync(IReadOnlyCollection<ContactRecord> contacts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        if (contacts.Count == 0)
        {
            return;
        }

        await VacateAsync(contacts, cancellationToken).ConfigureAwait(false);
        await unit.WriteAsync([.. contacts.Select(contact => ContactRow.From(unit.Account, contact))], OnConflict.Replace, cancellationToken).ConfigureAwait(false);
    }

    public async Task DeleteAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await db.Contacts
            .Where(row => row.AccountId == unit.Account && EF.Parameter(ids).Contains(row.Id))
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
    }

    public Task<long> CountAsync(CancellationToken cancellationToken) =>
        unit.Db.Contacts.LongCountAsync(row => row.AccountId == unit.Account, cancellationToken);

    /// <summary>Frees the addresses and remote ids that change, so that contacts may exchange them within one call.</summary>
    private async Task VacateAsync(IReadOnlyCollection<ContactRecord> contacts, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        var ids = contacts.Select(static contact => contact.Id).ToList();
        var stored = await db.Contacts
            .Where(row => row.AccountId == unit.Account && EF.Parameter(ids).Contains(row.Id))
            .Select(static row => new { row.Id, row.Email, row.RemoteId })
            .ToDictionaryAsync(static row => row.Id, cancellationToken)
            .ConfigureAwait(false);
        var moving = contacts
            .Where(contact => stored.TryGetValue(contact.Id, out var row)
                && (!string.Equals(row.Email, contact.Email.Value, StringComparison.Ordinal) || (row.RemoteId is not null && row.RemoteId != contact.RemoteId)))
            .Select(static contact => contact.Id)
            .ToList();
        if (moving.Count > 0)
        {
            // No address has a blank in it, so the placeholder is nobody's.
            await db.Contacts
                .Where(row => row.AccountId == unit.Account && EF.Parameter(moving).Contains(row.Id))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Email, row => "moving " + row.Id).SetProperty(row => row.RemoteId, (long?)null),
                    cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private static async Task<IReadOnlyList<ContactRecord>> ReadAsync(IQueryable<ContactRow> query, CancellationToken cancellationToken)
    {
        var rows = await query.ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }
}
