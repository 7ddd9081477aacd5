namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>
/// What a connection's memberships were last compared under: a token a row (rule MP-4). Only a row that is new or came to mean something else calls for a
/// comparison; one that was taken out does not.
/// </summary>
internal static class MappingFingerprint
{
    /// <summary>Stands for "whatever the mapping is at the next export": it is taken over without a comparison (rule MP-5).</summary>
    public const string TakenOver = "=";

    /// <summary>
    /// How long after a change another node may still not know that a field is tracked (rule MP-9: 30 seconds, and as much again for clocks and a save under
    /// way). What was compared before that is compared once more, or a change in between would be missed.
    /// </summary>
    public static readonly TimeSpan NoticedAfter = TimeSpan.FromMinutes(1);

    private const char Provisional = '~';

    /// <summary>The fingerprint of these tokens.</summary>
    public static string Of(IEnumerable<string> tokens) => string.Join(' ', tokens.Order(StringComparer.Ordinal));

    /// <summary>What to do about a fingerprint, and what to keep in its place.</summary>
    /// <param name="stored">The connection's; null before its first export.</param>
    /// <param name="current">The mapping's now.</param>
    /// <param name="isYoung">Whether the mapping was changed less than <see cref="NoticedAfter"/> ago.</param>
    public static (bool Compares, string Keep) Decide(string? stored, string current, bool isYoung)
    {
        if (string.Equals(stored, TakenOver, StringComparison.Ordinal))
        {
            return (false, current);
        }

        var keep = isYoung ? Provisional + current : current;
        if (stored is null)
        {
            return (false, keep);
        }

        var isProvisional = stored.StartsWith(Provisional);
        var compares = HasNewRows(stored.TrimStart(Provisional), current) || (isProvisional && !isYoung);
        return (compares, compares || isProvisional ? keep : current);
    }

    /// <summary>Whether <paramref name="current"/> has a row that <paramref name="stored"/> has not.</summary>
    public static bool HasNewRows(string stored, string current) =>
        current.Length > 0 && current.Split(' ').Except(stored.Split(' '), StringComparer.Ordinal).Any();
}
