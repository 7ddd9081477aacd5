using Quickstart.Shop;

namespace Quickstart.Check;

/// <summary>What Dotdigital should hold of a customer, written apart from the engine's own mapping, to check it.</summary>
internal static class ExpectedValues
{
    /// <summary>The first data field that differs, or null.</summary>
    public static string? FindDifference(Customer customer, IReadOnlyDictionary<string, object> actual)
    {
        foreach (var (name, expected) in Of(customer))
        {
            var found = actual.GetValueOrDefault(name);
            if (!Equals(expected, found))
            {
                return $"{name} is '{found ?? "blank"}' instead of '{expected ?? "blank"}'";
            }
        }

        return null;
    }

    private static IEnumerable<(string Name, object? Value)> Of(Customer customer)
    {
        yield return ("FIRSTNAME", Text(customer.FirstName));
        yield return ("LASTNAME", Text(customer.LastName));
        yield return ("FULLNAME", Text($"{Text(customer.FirstName)} {Text(customer.LastName)}"));
        yield return ("TOWN", Text(customer.Address?.Town));
        yield return ("POSTCODE", Text(customer.Address?.Postcode));
        yield return ("BIRTHDAY", customer.Birthday?.ToDateTime(TimeOnly.MinValue));
        yield return ("LOYALTY_POINTS", (decimal)customer.LoyaltyPoints);
        yield return ("BALANCE", customer.Balance);
        yield return ("VIP", customer.IsVip);
        yield return ("SHOP_NOTES", Text(customer.Notes));
        yield return ("LAST_ORDER", customer.LastOrderAt is { } at ? DateTime.SpecifyKind(at, DateTimeKind.Unspecified) : null);
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
