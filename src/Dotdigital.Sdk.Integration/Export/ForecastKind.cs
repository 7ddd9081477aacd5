namespace Dotdigital.Sdk.Integration.Export;

/// <summary>What a dry run would do with a person.</summary>
public enum ForecastKind
{
    /// <summary>Sent to the book for the first time.</summary>
    Add = 0,

    /// <summary>In the book, with values that differ: sent.</summary>
    Update = 1,

    /// <summary>Given another address.</summary>
    Rename = 2,

    /// <summary>Taken out of the book.</summary>
    Remove = 3,

    /// <summary>Set aside with a reason.</summary>
    SetAside = 4,

    /// <summary>Opted out, on either side: not sent.</summary>
    OptedOut = 5,

    /// <summary>Withheld by Dotdigital (rule S-2): not sent until that ends.</summary>
    Withheld = 6,
}
