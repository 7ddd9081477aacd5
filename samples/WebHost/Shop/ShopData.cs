namespace WebHost.Shop;

/// <summary>A small shop's customers: most are well, some are what data is like.</summary>
internal static class ShopData
{
    private const int Count = 400;

    private static readonly string[] FirstNames = ["Ada", "Ben", "Chloë", "Dev", "Ella", "Finn", "Grace", "Hugo", "Ivy", "Jack", "Kofi", "Lena"];
    private static readonly string[] LastNames = ["Archer", "Brown", "Castillo", "Dahl", "Evans", "Fischer", "Green", "Hughes", "Ito"];
    private static readonly string[] Towns = ["Bath", "Cardiff", "Deal", "Ely", "Frome", "Hove", "Kendal"];

    public static async Task FillAsync(ShopContext shop, CancellationToken cancellationToken)
    {
        await shop.Database.EnsureCreatedAsync(cancellationToken);
        shop.AddRange(Enumerable.Range(1, Count).Select(static i => new Customer
        {
            FirstName = FirstNames[i % FirstNames.Length],
            LastName = LastNames[i % LastNames.Length],
            Email = $"customer{i}@example.com",
            Town = Towns[i % Towns.Length],
            Points = i * 7 % 500,
            AcceptsMarketing = i % 37 != 0,
            IsActive = i % 41 != 0,
        }));
        shop.AddRange(
            new Customer { FirstName = "Nora", LastName = "Nomail", Email = null },
            new Customer { FirstName = "Tim", LastName = "Typo", Email = "tim@@example" },
            new Customer { FirstName = "Twin", LastName = "Two", Email = "CUSTOMER5@example.com" },
            new Customer { FirstName = "<b>Bold</b>", LastName = "O'Name & Co", Email = "bold@example.com", Town = "Ely" });
        await shop.SaveChangesAsync(cancellationToken);
    }
}
