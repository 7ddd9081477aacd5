namespace Dotdigital.Sdk.Benchmarks.Tracking;

/// <summary>What the host changes in each entity before it saves.</summary>
public enum HostChange
{
    /// <summary>Nothing: there is no statement to run.</summary>
    Nothing = 0,

    /// <summary>A property that no list maps.</summary>
    Unmapped = 1,

    /// <summary>A mapped property.</summary>
    Mapped = 2,
}
