using System.Globalization;
using System.Text;

namespace Quickstart.Shop;

/// <summary>Makes customers up: the same id gives the same customer every time, so that seeding can go on after a kill.</summary>
internal static class CustomerFactory
{
    private const int Seed = 20_260_301;
    private static readonly string[] Domains = ["example.com", "example.com", "example.com", "example.org", "example.net", "mail.example.com", "shop.example"];
    private static readonly DateTime Today = new(2026, 3, 1, 9, 30, 0, DateTimeKind.Utc);

    public static Customer Create(int id)
    {
        var random = new Random(Seed + id);
        var names = SampleNames.Pick(random);
        var oddity = OddityOf(id);
        var customer = new Customer
        {
            Id = id,
            FirstName = oddity == Oddity.BlankNames ? "  " : Pick(names.First, random),
            LastName = oddity is Oddity.BlankNames or Oddity.Mononym ? null : Pick(names.Last, random),
            Email = EmailOf(id, oddity, random),
            AcceptsMarketing = random.Next(100) >= 9,
            IsActive = random.Next(100) >= 7,
            Birthday = random.Next(10) < 6 ? DateOnly.FromDateTime(Today).AddDays(-random.Next(18 * 365, 90 * 365)) : null,

            // Most have few points and little on their account, a few have very much, some owe.
            LoyaltyPoints = (int)(-120 * Math.Log(1 - random.NextDouble())),
            Balance = random.Next(3) == 0 ? Math.Round((decimal)((Math.Pow(random.NextDouble(), 4) * 2000) - 20), 2) : 0m,
            IsVip = random.Next(25) == 0,
            Notes = NotesOf(oddity, random),
            LastOrderAt = random.Next(4) > 0 ? Today.AddSeconds(-random.Next(3 * 365 * 86_400)) : null,
        };
        PutUp(customer, names, random);
        return customer;
    }

    private static Oddity OddityOf(int id) => ((uint)HashCodeOf(id) % 1000) switch
    {
        < 20 => Oddity.NoEmail,
        < 26 => Oddity.BlankEmail,
        < 32 => Oddity.MalformedEmail,
        < 36 => Oddity.RefusedEmail,
        < 52 => Oddity.SharedEmail,
        < 58 => Oddity.HugeNotes,
        < 75 => Oddity.BlankNames,
        < 110 => Oddity.MultiLineNotes,
        < 120 => Oddity.Mononym,
        _ => Oddity.None,
    };

    private static string? EmailOf(int id, Oddity oddity, Random random)
    {
        switch (oddity)
        {
            case Oddity.NoEmail:
                return null;
            case Oddity.BlankEmail:
                return "   ";
            case Oddity.MalformedEmail:
                return Pick([$"customer{id}", $"customer{id}@@example.com", $"customer {id}@example.com", $"customer{id}@nowhere", $"<customer{id}@example.com>"], random);
            case Oddity.RefusedEmail:
                return $"customer[{id}]@example.com";
            case Oddity.SharedEmail when id > 1:
                var other = id - 1 - random.Next(Math.Min(id - 1, 400));
                if (OddityOf(other) is Oddity.None or Oddity.MultiLineNotes)
                {
                    return PlainEmailOf(other).ToUpperInvariant();
                }

                break;
        }

        var email = PlainEmailOf(id);
        return random.Next(40) switch
        {
            0 => $" {email} ",
            1 => email.ToUpperInvariant(),
            2 => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(email),
            _ => email,
        };
    }

    private static string PlainEmailOf(int id)
    {
        var hash = (uint)HashCodeOf(id * 31);
        var domain = Domains[hash % (uint)Domains.Length];
        return (hash % 11) switch
        {
            0 => $"o'neill{id}@{domain}",
            1 => $"customer+news{id}@{domain}",
            2 => $"a.b-c_{id}@{domain}",
            _ => $"customer{id}@{domain}",
        };
    }

    private static string? NotesOf(Oddity oddity, Random random) => oddity switch
    {
        Oddity.HugeNotes => Huge(random),
        Oddity.MultiLineNotes => "Called twice.\r\nSaid: \"ring again, please\",\nthen \u2013 after lunch \u2013 hung up;\ttry =SUM(A1) 🎁",
        _ => random.Next(6) switch
        {
            0 => "Prefers gifts wrapped, no ribbon",
            1 => "  ",
            2 => "\"VIP\" since 2019; asks for Anna",
            _ => null,
        },
    };

    private static string Huge(Random random)
    {
        var text = new StringBuilder();
        while (text.Length < 1200)
        {
            text.Append("Complained again, order ").Append(random.Next(100_000)).Append("; ");
        }

        return text.ToString();
    }

    private static void PutUp(Customer customer, SampleNames names, Random random)
    {
        switch (random.Next(50))
        {
            case < 6:
                return;
            case 6 when customer.Id > 1:
                // A household: the address of the customer before, if that one has its own.
                customer.AddressId = customer.Id - 1;
                return;
        }

        customer.AddressId = customer.Id;
        customer.Address = new Address
        {
            Id = customer.Id,
            Street = $"{random.Next(1, 240)} {Pick(names.Streets, random)}",
            Postcode = random.Next(20) == 0 ? "" : random.Next(10_000, 99_999).ToString(CultureInfo.InvariantCulture),
            Town = random.Next(30) == 0 ? null : Pick(names.Towns, random),
        };
    }

    private static string Pick(string[] values, Random random) => values[random.Next(values.Length)];

    /// <summary>Spreads ids evenly, and the same way in every process.</summary>
    private static int HashCodeOf(int id)
    {
        var hash = (uint)id * 2_654_435_769u;
        hash ^= hash >> 15;
        hash *= 2_246_822_519u;
        return (int)(hash ^ (hash >> 13));
    }
}
