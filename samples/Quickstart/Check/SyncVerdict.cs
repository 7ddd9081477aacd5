namespace Quickstart.Check;

/// <summary>What the comparison found.</summary>
internal sealed class SyncVerdict(List<string> differences)
{
    private readonly SortedDictionary<Standing, int> _customers = [];

    public IReadOnlyList<string> Differences => differences;

    public bool IsInSync => differences.Count == 0;

    /// <summary>Customers by where they stand.</summary>
    public IReadOnlyDictionary<Standing, int> Customers => _customers;

    /// <summary>Contacts whom a campaign to the book would reach.</summary>
    public int InBook { get; set; }

    /// <summary>What the engine says it set aside, by reason.</summary>
    public SortedDictionary<string, int> SetAside { get; } = new(StringComparer.Ordinal);

    /// <summary>Activities by kind.</summary>
    public SortedDictionary<string, long> Activities { get; } = new(StringComparer.Ordinal);

    public void Add(string difference) => differences.Add(difference);

    public void Count(Standing standing) => _customers[standing] = _customers.GetValueOrDefault(standing) + 1;

    public int Of(Standing standing) => _customers.GetValueOrDefault(standing);
}
