using System.Globalization;
using Dotdigital.Sdk.Integration.Mapping;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Mappings;

/// <summary>What is in a mapping's form: the stored mapping, or what was typed so far. The version travels with it, so that nobody's work is overwritten unseen.</summary>
internal sealed record MappingForm
{
    /// <summary>More rows than Dotdigital has data fields for are a mistake.</summary>
    public const int MostRows = 500;

    /// <summary>The version that it was made from.</summary>
    public long Version { get; init; }

    /// <summary>The priority as it was typed; empty: each list's own.</summary>
    public string Priority { get; init; } = string.Empty;

    /// <summary>The rows.</summary>
    public IReadOnlyList<MappingFormRow> Rows { get; init; } = [];

    /// <summary>The form of a mapping in force.</summary>
    public static MappingForm Of(EntityMapping mapping) => new()
    {
        Version = mapping.Version,
        Priority = mapping.Priority?.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
        Rows = [.. mapping.Rows.Select(MappingFormRow.Of)],
    };

    /// <summary>The form as it was sent; a row whose removal was asked for is left out.</summary>
    public static MappingForm Of(DashboardRequest request)
    {
        _ = int.TryParse(request.Text("rows"), NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        _ = long.TryParse(request.Text("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        var removed = request.Text("act");
        return new MappingForm
        {
            Version = version,
            Priority = request.Text("priority"),
            Rows = [.. Enumerable.Range(0, Math.Min(count, MostRows)).Where(i => !string.Equals(removed, $"remove-{i}", StringComparison.Ordinal)).Select(i => Row(request, $"r{i}-"))],
        };
    }

    /// <summary>The draft that it stands for; empty rows are no rows.</summary>
    public MappingDraft ToDraft(string entity) => new()
    {
        Entity = entity,
        Version = Version,
        Priority = Priority.Length > 0 ? int.Parse(Priority, CultureInfo.InvariantCulture) : null,
        Rows = [.. Rows.Where(static row => !row.IsEmpty).Select(static row => row.ToRow())],
    };

    /// <summary>The places in the form of the draft's rows, in their order.</summary>
    public IReadOnlyList<int> Finished() => [.. Rows.Index().Where(static row => row.Item.IsFinished).Select(static row => row.Index)];

    /// <summary>The draft of the rows that are finished: for a check of a form that is being filled in.</summary>
    public MappingDraft ToPartialDraft(string entity) => (this with { Priority = PriorityProblem() is null ? Priority : string.Empty, Rows = [.. Rows.Where(static row => row.IsFinished)] }).ToDraft(entity);

    /// <summary>What cannot be a mapping at all; the rest is for the mapping service to judge.</summary>
    public IReadOnlyList<string> FindProblems() => PriorityProblem() is { } wrong ? [wrong, .. RowProblems().Values] : [.. RowProblems().Values];

    /// <summary>What is wrong with the priority; null when nothing is.</summary>
    public string? PriorityProblem() =>
        Priority.Length > 0 && !int.TryParse(Priority, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? "The priority must be a whole number, or be left blank." : null;

    /// <summary>The rows that are begun and not finished, by their places, with what is missing.</summary>
    public Dictionary<int, string> RowProblems() => Rows.Index().Where(static row => row.Item is { IsEmpty: false, IsFinished: false }).ToDictionary(
        static row => row.Index,
        static row => row.Item.DataField.Length == 0
            ? $"Choose a data field for {string.Join(" + ", row.Item.Fields)}."
            : $"Choose at least one field for {row.Item.DataField}, or take the row out.");

    private static MappingFormRow Row(DashboardRequest request, string prefix)
    {
        var fields = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            if (request.Text($"{prefix}f{i}") is { Length: > 0 } field)
            {
                fields.Add(field);
            }
        }

        return new MappingFormRow
        {
            DataField = request.Text($"{prefix}data-field"),
            Fields = fields,
            IsTwoWay = request.Flag($"{prefix}two-way"),
            Restores = request.Flag($"{prefix}restores"),
            WhenBlank = request.Flag($"{prefix}keep-blank") ? BlankAction.IsNotSent : BlankAction.Clears,
            WhenOverlong = request.Flag($"{prefix}cut") ? OverlongAction.IsCut : OverlongAction.SetsAside,
            TimeZone = request.Text($"{prefix}zone"),
        };
    }
}
