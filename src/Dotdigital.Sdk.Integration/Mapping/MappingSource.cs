namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>Where a mapping in force comes from.</summary>
public enum MappingSource
{
    /// <summary>The declarations of the marketing lists.</summary>
    Code = 0,

    /// <summary>The store: edited at run time, or made for an entity without a mapping (rule MP-5).</summary>
    Stored = 1,
}
