using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Storage.InMemory;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

internal sealed class ListKeyRepository(UnitScope unit) : IListKeyRepository
{
    private const int WorthAnalyzing = 2000;
    private const int OptedOut = (int)Reachability.OptedOut;

    public async Task ClearAsync(int connectionId, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await Staged(db, connectionId).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task AddAsync(int connectionId, IReadOnlyCollection<StagedKey> keys, CancellationToken cancellationToken) =>
        unit.WriteAsync([.. keys.Select(key => StagedKeyRow.From(unit.Account, connectionId, key))], OnConflict.Replace, cancellationToken);

    public async Task<IReadOnlyList<StagedKey>> FindAsync(int connectionId, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken)
    {
        var rows = await Staged(unit.Db, connectionId)
            .Where(key => !key.IsDuplicate && EF.Parameter(itemIds).Contains(key.ItemId))
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public async Task<int> NoteAppearedAsync(int connectionId, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        var appeared = db.Memberships.Where(row =>
            row.AccountId == unit.Account && row.ConnectionId == connectionId && row.CameFromRemote
            && db.StagedKeys.Any(key => key.AccountId == row.AccountId && key.ConnectionId == connectionId && key.ItemId == row.ItemId && !key.IsDuplicate));

        // The clean ones first: the second statement takes the mark away that finds them.
        await appeared
            .Where(static row => row.State == (int)ExportState.Clean)
            .ExecuteUpdateAsync(
                static set => set.SetProperty(row => row.State, (int)ExportState.Due).SetProperty(row => row.Operation, (int)ExportOperation.Update),
                cancellationToken)
            .ConfigureAwait(false);
        return await appeared.ExecuteUpdateAsync(static set => set.SetProperty(row => row.CameFromRemote, false), cancellationToken).ConfigureAwait(false);
    }

    public Task<long> CountAsync(int connectionId, CancellationToken cancellationToken) => Staged(unit.Db, connectionId).LongCountAsync(cancellationToken);

    public async Task<int> MarkDuplicatesAsync(int connectionId, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);

        // The pass is complete. Statistics from before it could make a join over the keys walk all of them for each of them.
        var isWorthIt = await Staged(db, connectionId).OrderBy(static key => key.ItemId).Select(static key => key.ItemId)
            .Skip(WorthAnalyzing).Take(1).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (isWorthIt.Count > 0)
        {
            await unit.AnalyzeAsync<StagedKeyRow>(cancellationToken).ConfigureAwait(false);
        }

        // Marks of an earlier call go first: keys staged since may have taken the twin away.
        await Staged(db, connectionId)
            .Where(static key => key.IsDuplicate)
            .ExecuteUpdateAsync(static set => set.SetProperty(key => key.IsDuplicate, false), cancellationToken)
            .ConfigureAwait(false);
        return await Staged(db, connectionId)
            .Where(key => !key.IsOptedOut && db.StagedKeys.Any(other =>
                other.AccountId == key.AccountId && other.ConnectionId == key.ConnectionId && other.Email == key.Email
                && string.Compare(other.ItemId, key.ItemId) < 0 && !other.IsOptedOut))
            .ExecuteUpdateAsync(static set => set.SetProperty(key => key.IsDuplicate, true), cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<StagedKey>> PageDuplicatesAsync(int connectionId, string? afterItemId, int take, CancellationToken cancellationToken)
    {
        var rows = await StagedAfter(connectionId, afterItemId)
            .Where(static key => key.IsDuplicate)
            .OrderBy(static key => key.ItemId)
            .Take(take)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public async Task<IReadOnlyList<StagedMatch>> PageUnmatchedAsync(int connectionId, string listName, string? afterItemId, int take, CancellationToken cancellationToken)
    {
        var rows = await Unmatched(connectionId, listName, afterItemId, take).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToMatch());
    }

    public Task<IReadOnlyList<MembershipView>> PageLeaversAsync(int connectionId, long afterContactId, int take, CancellationToken cancellationToken)
    {
        var db = unit.Db;
        return Leavers(connectionId, afterContactId).ToViewsAsync(db, take, cancellationToken);
    }

    public async Task<LeaverCount> CountLeaversAsync(int connectionId, CancellationToken cancellationToken)
    {
        var members = InBook(unit.Db, connectionId);
        var all = await members.LongCountAsync(cancellationToken).ConfigureAwait(false);
        var leavers = await NotStaged(unit.Db, members, connectionId).LongCountAsync(cancellationToken).ConfigureAwait(false);
        return new LeaverCount(leavers, all);
    }

    public async Task<IReadOnlyList<StagedKey>> PageCorrectedAsync(int connectionId, string listName, string? afterItemId, int take, CancellationToken cancellationToken)
    {
        var db = unit.Db;
        var rows = await StagedAfter(connectionId, afterItemId)
            .Where(static key => !key.IsDuplicate && !key.IsOptedOut)
            .Where(key => db.ListItems.Any(item =>
                item.AccountId == key.AccountId && item.ListName == listName && item.ItemId == key.ItemId && item.IsUndeliverable && item.Email != key.Email))
            .OrderBy(static key => key.ItemId)
            .Take(take)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public async Task<IReadOnlyList<StagedOptOut>> PageOptedOutAsync(
        int connectionId, string listName, int addressBookId, string? afterItemId, int take, CancellationToken cancellationToken)
    {
        var rows = await OptedOutKeys(connectionId, listName, addressBookId, afterItemId, take).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToOptOut());
    }

    public async Task<IReadOnlyList<StagedKey>> FindByEmailAsync(int connectionId, IReadOnlyCollection<EmailAddress> emails, CancellationToken cancellationToken)
    {
        var wanted = emails.Select(static email => email.Value).ToList();
        var rows = await Staged(unit.Db, connectionId)
            .Where(key => EF.Parameter(wanted).Contains(key.Email))
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);

        // Ordered here: for the statement's own order SQLite would walk all keys of the connection instead of looking these up.
        return [.. rows.OrderBy(static row => row.ItemId, Utf8Comparer.Instance).Select(static row => row.ToRecord())];
    }

    public async Task DeleteAsync(int connectionId, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await Staged(db, connectionId).Where(key => EF.Parameter(itemIds).Contains(key.ItemId)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private IQueryable<StagedJoin> Unmatched(int connectionId, string listName, string? afterItemId, int take)
    {
        var db = unit.Db;
        return StagedAfter(connectionId, afterItemId)
            .Where(static key => !key.IsDuplicate && !key.IsOptedOut)
            .Where(key => !db.ListItems.Any(item => item.AccountId == key.AccountId && item.ListName == listName && item.ItemId == key.ItemId))
            .LeftJoin(
                db.Memberships,
                static key => new { key.AccountId, ConnectionId = (int?)key.ConnectionId, ItemId = (string?)key.ItemId },
                static membership => new { membership.AccountId, membership.ConnectionId, membership.ItemId },
                static (key, membership) => new { Key = key, Membership = membership })
            .LeftJoin(
                db.Contacts,
                static row => new { row.Membership!.AccountId, Id = row.Membership.ContactId },
                static contact => new { contact.AccountId, contact.Id },
                static (row, contact) => new StagedJoin { Key = row.Key, Membership = row.Membership, Contact = contact })
            .Where(static row => row.Contact == null || row.Contact.Email != row.Key.Email
                || (row.Membership!.State == (int)ExportState.Due
                    && (row.Membership.Operation == (int)ExportOperation.Remove || row.Membership.Operation == (int)ExportOperation.Rename)))
            .OrderBy(static row => row.Key.ItemId)
            .Take(take);
    }

    private IQueryable<MembershipRow> Leavers(int connectionId, long afterContactId)
    {
        var db = unit.Db;
        var candidates = Candidates(db, connectionId).Where(row => row.ContactId > afterContactId && row.State != (int)ExportState.InBatch);
        return NotStaged(db, candidates, connectionId);
    }

    /// <summary>Memberships that a pass could find gone, whether in a batch or not.</summary>
    private IQueryable<MembershipRow> Candidates(DotdigitalDbContext db, int connectionId) =>
        db.Memberships
            .Where(row => row.AccountId == unit.Account && row.ConnectionId == connectionId && row.ItemId != null)
            .Where(static row => row.Operation != (int)ExportOperation.Remove && row.Reachability != OptedOut && !row.CameFromRemote);

    private IQueryable<MembershipRow> InBook(DotdigitalDbContext db, int connectionId) =>
        Candidates(db, connectionId)
            .Where(static row => row.WasSent || row.Reachability != (int)Reachability.Unknown)
            .Where(row => db.Contacts.Any(contact => contact.AccountId == row.AccountId && contact.Id == row.ContactId && contact.Reachability != OptedOut));

    /// <summary>
    /// Flat, one join and two lookups beside each other: of an EXISTS within an EXISTS PostgreSQL, before it knows the tables' sizes, makes loops within loops over all keys.
    /// </summary>
    private static IQueryable<MembershipRow> NotStaged(DotdigitalDbContext db, IQueryable<MembershipRow> members, int connectionId) =>
        members
            .Join(
                db.Contacts,
                static row => new { row.AccountId, Id = row.ContactId },
                static contact => new { contact.AccountId, contact.Id },
                static (row, contact) => new { Row = row, Contact = contact })
            .Where(static pair => pair.Contact.Reachability != OptedOut)
            .Where(pair => !db.StagedKeys.Any(key =>
                key.AccountId == pair.Row.AccountId && key.ConnectionId == connectionId && key.ItemId == pair.Row.ItemId && !key.IsDuplicate))
            .Where(pair => !db.StagedKeys.Any(key =>
                key.AccountId == pair.Contact.AccountId && key.ConnectionId == connectionId && key.Email == pair.Contact.Email && !key.IsDuplicate && !key.IsOptedOut))
            .Select(static pair => pair.Row);

    private IQueryable<StagedJoin> OptedOutKeys(int connectionId, string listName, int addressBookId, string? afterItemId, int take)
    {
        var db = unit.Db;
        return StagedAfter(connectionId, afterItemId)
            .Where(key => !db.ListItems.Any(item => item.AccountId == key.AccountId && item.ListName == listName && item.ItemId == key.ItemId))
            .Join(
                db.Contacts,
                static key => new { key.AccountId, key.Email },
                static contact => new { contact.AccountId, contact.Email },
                static (key, contact) => new { Key = key, Contact = contact })
            .LeftJoin(
                db.Memberships,
                row => new { row.Contact.AccountId, AddressBookId = addressBookId, ContactId = row.Contact.Id },
                static membership => new { membership.AccountId, membership.AddressBookId, membership.ContactId },
                static (row, membership) => new StagedJoin { Key = row.Key, Membership = membership, Contact = row.Contact })
            .Where(static row => row.Contact!.Reachability == OptedOut || (row.Membership != null && row.Membership.Reachability == OptedOut))
            .OrderBy(static row => row.Key.ItemId)
            .Take(take);
    }

    private IQueryable<StagedKeyRow> Staged(DotdigitalDbContext db, int connectionId) =>
        db.StagedKeys.Where(key => key.AccountId == unit.Account && key.ConnectionId == connectionId);

    private IQueryable<StagedKeyRow> StagedAfter(int connectionId, string? afterItemId)
    {
        var staged = Staged(unit.Db, connectionId);
        return afterItemId is null ? staged : staged.Where(key => string.Compare(key.ItemId, afterItemId) > 0);
    }
}
