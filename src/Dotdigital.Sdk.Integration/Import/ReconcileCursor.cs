using System.Globalization;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>Where a book's reconcile goes on (rule W-2).</summary>
/// <param name="Stage">What is under way.</param>
/// <param name="After">The contact that was staged last, or Dotdigital's id of the one that was judged last.</param>
/// <param name="Read">How many members were read.</param>
/// <param name="LookUps">How many single contacts may still be looked up.</param>
/// <param name="Place">Where the read goes on: a marker of v3, or a place of v2; empty for the beginning.</param>
internal sealed record ReconcileCursor(ReconcileStage Stage, long After, long Read, int LookUps, string Place)
{
    /// <summary>Reads a stored cursor; null when there is none, or it is unreadable.</summary>
    public static ReconcileCursor? Parse(string? text) =>
        text?.Split(';', 5) is [var stage, var after, var read, var lookUps, var place]
        && Enum.TryParse<ReconcileStage>(stage, out var reached) && Enum.IsDefined(reached)
        && long.TryParse(after, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var last)
        && long.TryParse(read, NumberStyles.None, CultureInfo.InvariantCulture, out var members)
        && int.TryParse(lookUps, NumberStyles.None, CultureInfo.InvariantCulture, out var left)
            ? new ReconcileCursor(reached, last, members, left, place)
            : null;

    /// <summary>As it is stored.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Stage};{After};{Read};{LookUps};{Place}");
}
