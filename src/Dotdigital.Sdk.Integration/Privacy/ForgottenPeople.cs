using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Privacy;

/// <summary>
/// Whom an account has forgotten (rule PR-1). Every path that would store an address asks here first, a page at a time; while nobody was ever
/// forgotten that is one look at one row.
/// </summary>
internal static class ForgottenPeople
{
    private const int KeyBytes = 32;

    /// <summary>Those of the addresses that are forgotten.</summary>
    public static async Task<IReadOnlySet<EmailAddress>> FindAsync(IUnitOfWork unit, IEnumerable<EmailAddress> emails, CancellationToken cancellationToken)
    {
        if (await unit.Forgotten.FindKeyAsync(cancellationToken).ConfigureAwait(false) is not { } key)
        {
            return FrozenSet<EmailAddress>.Empty;
        }

        var byHash = new Dictionary<string, EmailAddress>(StringComparer.Ordinal);
        foreach (var email in emails)
        {
            byHash[Hash(key, email)] = email;
        }

        var found = await unit.Forgotten.FindAsync(byHash.Keys, cancellationToken).ConfigureAwait(false);
        return found.Select(person => byHash[person.Hash]).ToHashSet();
    }

    /// <summary>What is kept of a forgotten address, or null when it is not forgotten.</summary>
    public static async Task<ForgottenRecord?> FindAsync(IUnitOfWork unit, EmailAddress email, CancellationToken cancellationToken) =>
        await unit.Forgotten.FindKeyAsync(cancellationToken).ConfigureAwait(false) is { } key
            ? (await unit.Forgotten.FindAsync([Hash(key, email)], cancellationToken).ConfigureAwait(false)).SingleOrDefault()
            : null;

    /// <summary>Forgets an address from this commit on; what is stored of it is erased by <see cref="ErasePeopleStep"/>.</summary>
    public static async Task AddAsync(IUnitOfWork unit, EmailAddress email, bool deleteContact, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A write that changes nothing takes the turn to write: two processes cannot both make a key.
        await unit.Forgotten.DeleteAsync([], cancellationToken).ConfigureAwait(false);
        var key = await unit.Forgotten.FindKeyAsync(cancellationToken).ConfigureAwait(false);
        if (key is null)
        {
            key = Convert.ToHexString(RandomNumberGenerator.GetBytes(KeyBytes));
            await unit.Forgotten.AddKeyAsync(key, cancellationToken).ConfigureAwait(false);
        }

        var hash = Hash(key, email);
        var known = (await unit.Forgotten.FindAsync([hash], cancellationToken).ConfigureAwait(false)).SingleOrDefault();
        await unit.Forgotten.SaveAsync(
            [(known ?? new ForgottenRecord { Hash = hash, At = now }) with { Pending = email, DeleteContact = deleteContact || known is { DeleteContact: true, Pending: not null } }],
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Has the no of forgotten people told to Dotdigital by the next run, once, and keeps it with their items, without the addresses.</summary>
    public static async Task SayNoAsync(IUnitOfWork unit, IReadOnlyCollection<ListItemRecord> items, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            if (item.Email is not { } email || await FindAsync(unit, email, cancellationToken).ConfigureAwait(false) is not { } person)
            {
                continue;
            }

            if (person.OptOut == ForgottenOptOut.None)
            {
                await unit.Forgotten.SaveAsync([person with { Pending = email, OptOut = ForgottenOptOut.ToTell }], cancellationToken).ConfigureAwait(false);
            }

            await unit.ListItems.SaveAsync([item with { Email = null, ForgottenAs = person.Hash, IsTold = true }], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The person came back by their own act (rule OP-5).</summary>
    public static async Task ReturnAsync(IUnitOfWork unit, EmailAddress email, CancellationToken cancellationToken)
    {
        if (await FindAsync(unit, email, cancellationToken).ConfigureAwait(false) is { } person)
        {
            await unit.Forgotten.DeleteAsync([person.Hash], cancellationToken).ConfigureAwait(false);
            await unit.ListItems.DeleteForgottenAsync(person.Hash, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Hash(string key, EmailAddress email) =>
        Convert.ToHexString(HMACSHA256.HashData(Convert.FromHexString(key), Encoding.UTF8.GetBytes(email.Value)));
}
