using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Quickstart.Shop;

namespace Quickstart.Check;

/// <summary>Says of each customer whether it belongs in the address book, and why not. Only shared addresses are held in memory.</summary>
internal sealed class StandingRules
{
    private readonly Dictionary<string, string> _firstOfDoubles;
    private readonly HashSet<string> _refusedBySomebody;

    private StandingRules(Dictionary<string, string> firstOfDoubles, HashSet<string> refusedBySomebody)
    {
        _firstOfDoubles = firstOfDoubles;
        _refusedBySomebody = refusedBySomebody;
    }

    public static async Task<StandingRules> LoadAsync(ShopContext shop, CancellationToken cancellationToken)
    {
        var doubles = shop.Customers
            .Where(customer => customer.IsActive && customer.NormalizedEmail != null)
            .Where(customer => shop.Customers.Count(other => other.NormalizedEmail == customer.NormalizedEmail) > 1)
            .Select(customer => new { customer.Id, customer.NormalizedEmail, customer.AcceptsMarketing });
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var refused = (await shop.Customers
            .Where(customer => !customer.AcceptsMarketing && customer.NormalizedEmail != null)
            .Where(customer => shop.Customers.Count(other => other.NormalizedEmail == customer.NormalizedEmail) > 1)
            .Select(customer => customer.NormalizedEmail!)
            .ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        await foreach (var customer in doubles.Where(customer => customer.AcceptsMarketing).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var id = customer.Id.ToString(CultureInfo.InvariantCulture);
            if (!first.TryGetValue(customer.NormalizedEmail!, out var known) || string.CompareOrdinal(id, known) < 0)
            {
                first[customer.NormalizedEmail!] = id;
            }
        }

        return new StandingRules(first, refused);
    }

    public Standing Of(Customer customer)
    {
        if (!customer.IsActive)
        {
            return Standing.NotInList;
        }

        if (string.IsNullOrWhiteSpace(customer.Email))
        {
            return Standing.NoEmail;
        }

        var email = customer.NormalizedEmail!;
        if (!AddressRules.IsUsable(email))
        {
            return Standing.InvalidEmail;
        }

        if (!customer.AcceptsMarketing)
        {
            return Standing.OptedOut;
        }

        if (_firstOfDoubles.TryGetValue(email, out var first) && first != customer.Id.ToString(CultureInfo.InvariantCulture))
        {
            return Standing.DuplicateEmail;
        }

        // Whoever has this address and said no means the address.
        if (_refusedBySomebody.Contains(email))
        {
            return Standing.OptedOut;
        }

        if (customer.Notes?.Trim().Length > 1000)
        {
            return Standing.MisfitValue;
        }

        return AddressRules.IsRefused(email) ? Standing.RefusedByDotdigital : Standing.InBook;
    }
}
