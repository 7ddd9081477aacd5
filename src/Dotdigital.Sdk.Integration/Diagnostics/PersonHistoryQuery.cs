namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>Which part of a person's history is asked for.</summary>
public sealed record PersonHistoryQuery
{
    /// <summary>How many of the newest events are left out; not negative.</summary>
    public int Skip { get; init; }

    /// <summary>How many at most, 1 to 500; 50.</summary>
    public int Take { get; init; } = 50;
}
