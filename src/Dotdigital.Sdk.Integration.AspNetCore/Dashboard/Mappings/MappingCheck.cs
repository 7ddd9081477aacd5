using Dotdigital.Sdk.Integration.Mapping;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Mappings;

/// <summary>What is wrong with a mapping's form, and what saving it would do.</summary>
/// <param name="Summary">In a sentence or two.</param>
/// <param name="IsUsable">Whether it can be saved.</param>
/// <param name="Rows">What is wrong with rows, by their place in the form.</param>
internal sealed record MappingCheck(string Summary, bool IsUsable, IReadOnlyDictionary<int, string> Rows)
{
    /// <summary>The check of a form as it was typed.</summary>
    /// <param name="form">The form.</param>
    /// <param name="preview">What the mapping service says of its finished rows.</param>
    public static MappingCheck Of(MappingForm form, MappingPreview preview)
    {
        var rows = new SortedDictionary<int, string>(form.RowProblems());
        var finished = form.Finished();
        foreach (var problem in preview.RowProblems)
        {
            rows.TryAdd(finished[problem.Row], Words.Sentence(problem.Problem));
        }

        List<string> general = form.PriorityProblem() is { } wrong ? [wrong] : [.. preview.Problems.Except(preview.RowProblems.Select(static row => row.Problem), StringComparer.Ordinal).Select(Words.Sentence)];
        if (general.Count > 0)
        {
            return new MappingCheck(string.Join(' ', general), false, rows);
        }

        return rows.Count > 0
            ? new MappingCheck($"{Words.Count(rows.Count, "row has a problem", "rows have problems")}: not to be saved yet.", false, rows)
            : new MappingCheck(Describe(preview), true, rows);
    }

    /// <summary>What saving would do, in words.</summary>
    public static string Describe(MappingPreview preview)
    {
        if (preview.ChangedDataFields.Count + preview.RemovedDataFields.Count == 0)
        {
            return "This mapping can be saved. It is what is in force already: nothing would be compared or sent.";
        }

        var changed = preview.ChangedDataFields.Count == 0
            ? string.Empty
            : $" New or changed: {string.Join(", ", preview.ChangedDataFields)}. Up to {Words.Count(preview.MembershipsToCompare, "member is", "members are")} compared by the next export; only those that differ are sent.";
        var removed = preview.RemovedDataFields.Count == 0 ? string.Empty : $" Taken out: {string.Join(", ", preview.RemovedDataFields)}. What Dotdigital has in them stays.";
        return $"This mapping can be saved.{changed}{removed}";
    }
}
