namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>What a blank host value does to the data field (rule MP-7).</summary>
public enum BlankAction
{
    /// <summary>Clears the data field.</summary>
    Clears = 0,

    /// <summary>Leaves the data field as it is.</summary>
    IsNotSent = 1,
}
