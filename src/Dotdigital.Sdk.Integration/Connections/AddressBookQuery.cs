namespace Dotdigital.Sdk.Integration.Connections;

/// <summary>Which free address books are asked for.</summary>
public sealed record AddressBookQuery
{
    /// <summary>What their names hold, in any case; empty for all.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>How many of the first ones are left out; not negative.</summary>
    public int Skip { get; init; }

    /// <summary>How many at most, 1 to 1,000; 50.</summary>
    public int Take { get; init; } = 50;
}
