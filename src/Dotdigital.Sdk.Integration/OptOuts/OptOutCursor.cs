using System.Globalization;
using Dotdigital.Sdk.Contacts;

namespace Dotdigital.Sdk.Integration.OptOuts;

/// <summary>Where a slice of a first read of opt-outs ended. The list shifts meanwhile, so that a place counts only while the row that was read last is found there.</summary>
/// <param name="Skip">Where the next page begins.</param>
/// <param name="LastContactId">Dotdigital's id of the contact that was read last.</param>
internal sealed record OptOutCursor(int Skip, long LastContactId)
{
    /// <summary>The cursor after a page, or null when no row of it can be found again.</summary>
    public static OptOutCursor? After(IReadOnlyList<ContactSuppression> page, int skip) =>
        page.LastOrDefault(static row => row.SuppressedContact is { Id: > 0 }) is { } last ? new OptOutCursor(skip, last.SuppressedContact!.Id) : null;

    /// <summary>Reads a stored cursor; null when there is none, or it is unreadable.</summary>
    public static OptOutCursor? Parse(string? text) =>
        text?.Split(':') is [var skip, var last]
        && int.TryParse(skip, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new OptOutCursor(from, id)
            : null;

    /// <summary>Whether the row that was read last is in a page.</summary>
    public bool IsIn(IReadOnlyList<ContactSuppression> page) => page.Any(row => row.SuppressedContact?.Id == LastContactId);

    /// <summary>As it is stored.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Skip}:{LastContactId}");
}
