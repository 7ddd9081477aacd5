using Dotdigital.Sdk.Integration.Export;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Lists;

/// <summary>Rows of a list that are set aside.</summary>
/// <param name="Account">The account.</param>
/// <param name="List">The list.</param>
/// <param name="Counts">How many there are, by reason.</param>
/// <param name="Reason">The one that is shown; empty: all.</param>
/// <param name="Rows">The first of them.</param>
internal sealed record SetAsideModel(string Account, string List, IReadOnlyDictionary<string, long> Counts, string Reason, IReadOnlyList<SetAsideItem> Rows);
