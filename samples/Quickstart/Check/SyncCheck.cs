using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Control;
using Microsoft.EntityFrameworkCore;
using Quickstart.Shop;
using Quickstart.Story;

namespace Quickstart.Check;

/// <summary>Compares the shop with Dotdigital, record by record, in pages from both sides.</summary>
internal static class SyncCheck
{
    private const int PageSize = 1_000;

    public static async Task<SyncVerdict> RunAsync(StoryContext story, CancellationToken cancellationToken)
    {
        var verdict = new SyncVerdict(story.Differences);
        await using var shop = await story.Shop.CreateDbContextAsync(cancellationToken);
        shop.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var rules = await StandingRules.LoadAsync(shop, cancellationToken);
        var bookId = story.BookId;
        await CompareCustomersAsync(story, shop, rules, bookId, verdict, cancellationToken);
        await CompareContactsAsync(story, shop, rules, bookId, verdict, cancellationToken);
        await EngineCheck.RunAsync(story, shop, rules, verdict, cancellationToken);
        foreach (var violation in story.Dotdigital.Violations)
        {
            verdict.Add($"an opt-out was endangered: {violation.Kind} by {violation.Operation}: {violation.Detail}");
        }

        return verdict;
    }

    /// <summary>Everybody who should be in the book is there, with the right values.</summary>
    private static async Task CompareCustomersAsync(
        StoryContext story, ShopContext shop, StandingRules rules, int bookId, SyncVerdict verdict, CancellationToken cancellationToken)
    {
        var after = 0;
        while (true)
        {
            var page = await shop.Customers.Where(customer => customer.Id > after).OrderBy(customer => customer.Id).Include(customer => customer.Address).Take(PageSize).ToListAsync(cancellationToken);
            if (page.Count == 0)
            {
                return;
            }

            foreach (var customer in page)
            {
                var standing = rules.Of(customer);
                verdict.Count(standing);
                if (standing != Standing.InBook)
                {
                    continue;
                }

                var contact = story.Dotdigital.Contact(customer.NormalizedEmail!);
                if (contact?.IsReachableIn(bookId) != true)
                {
                    verdict.Add($"customer {customer.Id} should be in the address book and is not ({contact?.Status.ToString() ?? "no contact"})");
                }
                else if (ExpectedValues.FindDifference(customer, contact.DataFields) is { } difference)
                {
                    verdict.Add($"customer {customer.Id}: {difference}");
                }
            }

            after = page[^1].Id;
        }
    }

    /// <summary>Nobody else is in the book, and who opted out in Dotdigital is opted out in the shop.</summary>
    private static async Task CompareContactsAsync(
        StoryContext story, ShopContext shop, StandingRules rules, int bookId, SyncVerdict verdict, CancellationToken cancellationToken)
    {
        for (var skip = 0; ; skip += PageSize)
        {
            var page = story.Dotdigital.GetContacts(skip, PageSize);
            if (page.Count == 0)
            {
                return;
            }

            var emails = page.Where(contact => contact.Email is not null).Select(contact => contact.Email!.ToLowerInvariant()).ToList();
            var customers = (await shop.Customers.Where(customer => emails.Contains(customer.NormalizedEmail!)).ToListAsync(cancellationToken)).ToLookup(customer => customer.NormalizedEmail!);
            foreach (var contact in page.Where(contact => contact.Email is not null))
            {
                Compare(contact, [.. customers[contact.Email!.ToLowerInvariant()]], rules, bookId, verdict);
            }
        }
    }

    private static void Compare(EmulatedContact contact, List<Customer> customers, StandingRules rules, int bookId, SyncVerdict verdict)
    {
        if (contact.IsReachableIn(bookId))
        {
            verdict.InBook++;
            if (customers.Count(customer => rules.Of(customer) == Standing.InBook) != 1)
            {
                verdict.Add($"contact {contact.Id} is in the address book without a customer who should be");
            }
        }
        else if (HasOptedOut(contact, bookId) && customers.Exists(customer => customer.IsActive && customer.AcceptsMarketing && rules.Of(customer) != Standing.OptedOut))
        {
            verdict.Add($"contact {contact.Id} opted out in Dotdigital ({contact.Status}), and the shop does not know");
        }
    }

    private static bool HasOptedOut(EmulatedContact contact, int bookId) =>
        contact.Status is not (EmulatedStatus.Subscribed or EmulatedStatus.SoftBounced or EmulatedStatus.PendingOptIn)
        || contact.Memberships.Any(membership => membership.AddressBookId == bookId && membership.Status == MembershipStatus.Suppressed);
}
