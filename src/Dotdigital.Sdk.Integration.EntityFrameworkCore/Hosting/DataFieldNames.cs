using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>Names with a meaning in Dotdigital (rules DF-2, EX-4, CN-1).</summary>
internal static partial class DataFieldNames
{
    /// <summary>Columns of an import that are not data fields, with the builder's method for each.</summary>
    public static FrozenDictionary<string, string> Columns { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Email"] = nameof(MarketingListBuilder<>.Email),
        ["OptInType"] = nameof(MarketingListBuilder<>.OptInType),
        ["EmailType"] = nameof(MarketingListBuilder<>.EmailType),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Address books that cannot be connected.</summary>
    public static FrozenSet<string> ReservedBooks { get; } = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "All Contacts", "Test");

    /// <summary>What a data field's name may be.</summary>
    [GeneratedRegex("^[A-Za-z0-9_-]{1,20}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Allowed();
}
