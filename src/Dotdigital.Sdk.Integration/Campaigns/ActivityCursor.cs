using System.Globalization;
using Dotdigital.Sdk.Integration.Import;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>Where an unfinished read of one campaign's activity goes on (rule W-2). The instant belongs to it: a place in one list says nothing of another.</summary>
/// <param name="Part">The list that is under way.</param>
/// <param name="Since">From when on it is read; null for all.</param>
/// <param name="Place">Where in it; null for its beginning.</param>
internal sealed record ActivityCursor(ActivityPart Part, DateTimeOffset? Since, ListPlace? Place)
{
    /// <summary>Reads a stored cursor; null when there is none, or it is unreadable.</summary>
    public static ActivityCursor? Parse(string? text)
    {
        if (text?.Split(';') is not [var part, var since, var place] || !Enum.TryParse<ActivityPart>(part, out var list) || !Enum.IsDefined(list))
        {
            return null;
        }

        if (since.Length == 0)
        {
            return new ActivityCursor(list, null, ListPlace.Parse(place));
        }

        return DateTimeOffset.TryParseExact(since, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            ? new ActivityCursor(list, from, ListPlace.Parse(place))
            : null;
    }

    /// <summary>As it is stored.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Part};{Since:O};{Place}");
}
