namespace Dotdigital.Sdk.Soak.Measures;

/// <summary>What was measured at the end of a day.</summary>
internal sealed record Sample(int Day)
{
    /// <summary>Values by what they are of.</summary>
    public SortedDictionary<string, double> Values { get; } = new(StringComparer.Ordinal);

    public double this[string name] => Values.GetValueOrDefault(name);
}
