using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Quickstart.Check;
using Quickstart.Shop;

namespace Quickstart.Story;

/// <summary>
/// A day in the shop: 200 customers change mapped fields, some leave, some opt out, one changes the email, a household moves. It is ordinary code on
/// the shop's own DbContext, in one transaction with the mark that it is done; what is tracked on the way is the integration's business.
/// </summary>
internal sealed class ShopDayAct : IAct
{
    public const string Mark = "a day in the shop: customers to be exported";

    public string Name => "a day in the shop";

    public async Task<string> PlayAsync(StoryContext story, CancellationToken cancellationToken)
    {
        await using var shop = await story.Shop.CreateDbContextAsync(cancellationToken);
        if (await shop.Story.FindAsync([Mark], cancellationToken) is not null)
        {
            return "had been done before the kill";
        }

        var counts = (Change: Math.Min(200, story.Customers / 5), Leave: Math.Max(2, story.Customers / 100), OptOut: Math.Max(2, story.Customers / 200));
        var people = await PickAsync(shop, counts.Change + counts.Leave + counts.OptOut + 1, cancellationToken);
        var changing = people.Take(counts.Change).ToList();
        for (var i = 0; i < changing.Count; i++)
        {
            Change(changing[i], i);
        }

        people.Skip(counts.Change).Take(counts.Leave).ToList().ForEach(customer => customer.IsActive = false);
        people.Skip(counts.Change + counts.Leave).Take(counts.OptOut).ToList().ForEach(customer => customer.AcceptsMarketing = false);
        people[^1].Email = $"moved.{people[^1].Id}@Example.org";
        var moved = await MoveHouseholdAsync(shop, people, cancellationToken);
        var heirs = await LeaveOneOfDoublesAsync(shop, cancellationToken);

        shop.Story.Add(new StoryMark { Act = Mark, Fact = (counts.Change + moved + heirs).ToString(CultureInfo.InvariantCulture) });
        await shop.SaveChangesAsync(cancellationToken);
        return $"{counts.Change} customers change fields, {counts.Leave + heirs} leave, {counts.OptOut} opt out, 1 changes the email, a household of {moved} moves";
    }

    /// <summary>Customers who are in the address book, in an order that looks like chance and is always the same.</summary>
    private static async Task<List<Customer>> PickAsync(ShopContext shop, int count, CancellationToken cancellationToken)
    {
        var candidates = InBook(shop)
            .Where(customer => customer.AddressId == null || shop.Customers.Count(other => other.AddressId == customer.AddressId) == 1)
            .OrderBy(customer => customer.Id * 7919L % 10_007)
            .ThenBy(customer => customer.Id)
            .Include(customer => customer.Address)
            .Take(count * 2);
        var picked = new List<Customer>(count);
        foreach (var customer in await candidates.ToListAsync(cancellationToken))
        {
            if (picked.Count < count && AddressRules.IsUsable(customer.NormalizedEmail))
            {
                picked.Add(customer);
            }
        }

        return picked;
    }

    /// <summary>Customers with an address and a text of their own that Dotdigital takes.</summary>
    private static IQueryable<Customer> InBook(ShopContext shop) => shop.Customers.Where(customer =>
        customer.IsActive && customer.AcceptsMarketing
        && customer.NormalizedEmail != null && customer.NormalizedEmail.Contains("@") && !customer.NormalizedEmail.Contains("[")
        && (customer.Notes == null || customer.Notes.Length <= 1000)
        && shop.Customers.Count(other => other.NormalizedEmail == customer.NormalizedEmail) == 1);

    private static void Change(Customer customer, int i)
    {
        switch (i % 8)
        {
            case 0:
                customer.FirstName = "Renée \"Née\" O'Hara, jr.";
                break;
            case 1 when customer.Address is { } address:
                address.Town = address.Town == "Bath" ? "Łódź" : "Bath";
                break;
            case 2:
                customer.Balance += 12.30m;
                break;
            case 3:
                customer.IsVip = !customer.IsVip;
                break;
            case 4:
                customer.LastOrderAt = (customer.LastOrderAt ?? new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)).AddDays(3).AddSeconds(7);
                break;
            case 5:
                customer.Birthday = customer.Birthday is null ? new DateOnly(1970, 2, 28) : null;
                break;
            case 6:
                customer.Notes = string.IsNullOrWhiteSpace(customer.Notes) ? "Line one,\r\nline \"two\"" : null;
                break;
            default:
                customer.LoyaltyPoints += 50;
                break;
        }
    }

    /// <summary>One changed address, two customers to be exported.</summary>
    private static async Task<int> MoveHouseholdAsync(ShopContext shop, IReadOnlyCollection<Customer> others, CancellationToken cancellationToken)
    {
        var addresses = await InBook(shop)
            .Where(customer => customer.AddressId != null && shop.Customers.Count(other => other.AddressId == customer.AddressId) == 2)
            .GroupBy(customer => customer.AddressId)
            .Where(household => household.Count() == 2)
            .OrderBy(household => household.Key)
            .Select(household => household.Key)
            .Take(10)
            .ToListAsync(cancellationToken);
        foreach (var id in addresses)
        {
            var members = await shop.Customers.Where(customer => customer.AddressId == id).Include(customer => customer.Address).ToListAsync(cancellationToken);
            if (members.TrueForAll(member => AddressRules.IsUsable(member.NormalizedEmail) && !others.Contains(member)))
            {
                members[0].Address!.Town = "Saint-Étienne";
                members[0].Address!.Postcode = "42000";
                return members.Count;
            }
        }

        return 0;
    }

    /// <summary>Of two customers with one email the first is in the book; when that one leaves, the other takes the place with values of its own.</summary>
    private static async Task<int> LeaveOneOfDoublesAsync(ShopContext shop, CancellationToken cancellationToken)
    {
        var email = await shop.Customers
            .Where(customer => customer.NormalizedEmail != null && customer.NormalizedEmail != "")
            .GroupBy(customer => customer.NormalizedEmail)
            .Where(doubles => doubles.Count() == 2 && doubles.All(customer => customer.IsActive && customer.AcceptsMarketing))
            .OrderBy(doubles => doubles.Key)
            .Select(doubles => doubles.Key)
            .FirstOrDefaultAsync(cancellationToken);
        if (email is null)
        {
            return 0;
        }

        var both = await shop.Customers.Where(customer => customer.NormalizedEmail == email).ToListAsync(cancellationToken);
        both.OrderBy(customer => customer.Id.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal).First().IsActive = false;
        return 1;
    }
}
