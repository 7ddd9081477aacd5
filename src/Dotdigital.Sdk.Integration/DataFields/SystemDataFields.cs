using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.DataFields;

/// <summary>
/// The data fields that every account comes with. An account has them in its own language (rule MP-8): mappings name them in English, and are bound to the
/// account's own. A language is taken for the account's only when its first, last and full name are all there and the English ones are not, so that a
/// field which merely happens to be called NAME is never written to.
/// </summary>
internal static class SystemDataFields
{
    public const string FirstName = "FIRSTNAME";
    public const string LastName = "LASTNAME";
    public const string FullName = "FULLNAME";
    public const string LastSubscribed = "LASTSUBSCRIBED";
    private const int NamesThatTell = 3;

    private static readonly string[] English = [FirstName, LastName, FullName, "GENDER", "POSTCODE", LastSubscribed];

    private static readonly string[][] Others =
    [
        ["VORNAME", "NACHNAME", "NAME", "GESCHLECHT", "PLZ", "LETZTEANMELDUNG"],
        ["VOORNAAM", "ACHTERNAAM", "NAAM", "GESLACHT", "POSTCODE", "LAATSTINGESCHREVEN"],
    ];

    /// <summary>The account's data field of this name: itself, else the account's own name of a system field; null when there is neither.</summary>
    public static DataFieldRecord? Find(IReadOnlyDictionary<string, DataFieldRecord> fields, string name)
    {
        if (fields.TryGetValue(name, out var field))
        {
            return field;
        }

        var index = Array.FindIndex(English, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
        return index >= 0 && fields.TryGetValue(NamesOf(fields.ContainsKey)[index], out field) ? field : null;
    }

    /// <summary>Those of an account's names that came with the account.</summary>
    public static HashSet<string> Among(IEnumerable<string> names)
    {
        var all = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        all.IntersectWith(NamesOf(all.Contains).Concat(English).ToHashSet(StringComparer.OrdinalIgnoreCase));
        return all;
    }

    /// <summary>Whether Dotdigital alone writes the field, in whatever language.</summary>
    public static bool IsServerSet(string name) =>
        string.Equals(name, LastSubscribed, StringComparison.OrdinalIgnoreCase) || Others.Any(names => string.Equals(name, names[^1], StringComparison.OrdinalIgnoreCase));

    /// <summary>When the contact last subscribed, read in the account's language; null when that is not told.</summary>
    public static DateTimeOffset? LastSubscribedOf(DataFieldMap values)
    {
        if (values.TryGetValue(LastSubscribed, out var value))
        {
            return value.AsDate();
        }

        foreach (var names in Others)
        {
            if (names.Take(NamesThatTell).All(name => values.TryGetValue(name, out _)) && values.TryGetValue(names[^1], out value))
            {
                return value.AsDate();
            }
        }

        return null;
    }

    private static string[] NamesOf(Func<string, bool> has) =>
        English.Take(NamesThatTell).Any(has) ? English : Others.FirstOrDefault(names => names.Take(NamesThatTell).All(has)) ?? English;
}
