using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

/// <summary>Memberships with their contacts.</summary>
internal static class MembershipViews
{
    /// <summary>Joins memberships with their contacts, by contact then book when a page is taken.</summary>
    public static async Task<IReadOnlyList<MembershipView>> ToViewsAsync(
        this IQueryable<MembershipRow> memberships, DotdigitalDbContext db, int? take, CancellationToken cancellationToken)
    {
        var joined = memberships.Join(
            db.Contacts,
            static membership => new { membership.AccountId, Id = membership.ContactId },
            static contact => new { contact.AccountId, contact.Id },
            static (membership, contact) => new { Membership = membership, Contact = contact });
        if (take is { } count)
        {
            joined = joined.OrderBy(static row => row.Membership.ContactId).ThenBy(static row => row.Membership.AddressBookId).Take(count);
        }

        var rows = await joined.ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(static row => new MembershipView(row.Membership.ToRecord(), row.Contact.ToRecord()));
    }
}
