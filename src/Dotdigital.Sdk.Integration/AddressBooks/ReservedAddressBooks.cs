namespace Dotdigital.Sdk.Integration.AddressBooks;

/// <summary>The books that Dotdigital keeps for itself: never stored, never connected (rules IM-1, CN-1).</summary>
internal static class ReservedAddressBooks
{
    /// <summary>Whether a name, trimmed and ignoring case, is one of them.</summary>
    public static bool Contains(string name)
    {
        var trimmed = name.AsSpan().Trim();
        return trimmed.Equals("All Contacts", StringComparison.OrdinalIgnoreCase) || trimmed.Equals("Test", StringComparison.OrdinalIgnoreCase);
    }
}
