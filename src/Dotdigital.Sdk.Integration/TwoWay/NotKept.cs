using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.TwoWay;

/// <summary>
/// Values that Dotdigital does not keep (rule W-3): delivered, and another at the next read. Once may be an edit in Dotdigital; twice with the same value is
/// taken as Dotdigital's own doing, and the value is not sent again until the host's is another. At most one value a field is remembered.
/// </summary>
internal static class NotKept
{
    private const string Once = "1|";
    private const string Twice = "2|";

    /// <summary>What is remembered of a contact after it was read.</summary>
    /// <param name="contact">The contact before the read.</param>
    /// <param name="read">The values read.</param>
    /// <param name="mapped">The data fields that are exported.</param>
    /// <param name="isGivenUp">Whether a value was now found not kept for the second time.</param>
    public static FieldValues AfterRead(ContactRecord contact, FieldValues read, IReadOnlySet<string> mapped, out bool isGivenUp)
    {
        isGivenUp = false;
        if (!contact.IsUnread)
        {
            return contact.NotKept;
        }

        Dictionary<string, string>? changes = null;
        foreach (var name in mapped)
        {
            var sent = contact.Snapshot[name] ?? string.Empty;
            var known = contact.NotKept[name];
            if (string.Equals(sent, read[name] ?? string.Empty, StringComparison.Ordinal))
            {
                if (known is not null && string.Equals(known[2..], sent, StringComparison.Ordinal))
                {
                    (changes ??= [])[name] = string.Empty;
                }

                continue;
            }

            var isAgain = known is not null && string.Equals(known[2..], sent, StringComparison.Ordinal);
            isGivenUp |= isAgain;
            (changes ??= [])[name] = (isAgain ? Twice : Once) + sent;
        }

        return changes is null
            ? contact.NotKept
            : contact.NotKept.With(FieldValues.Create(changes.Select(static change => KeyValuePair.Create(change.Key, (string?)change.Value))));
    }

    /// <summary>Whether this very value was delivered twice and not kept.</summary>
    public static bool IsGivenUp(ContactRecord contact, string dataField, string value) =>
        contact.NotKept.Count > 0 && contact.NotKept[dataField] is { } known
        && known.StartsWith(Twice, StringComparison.Ordinal) && string.Equals(known[2..], value, StringComparison.Ordinal);
}
