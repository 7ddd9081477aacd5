namespace Dotdigital.Sdk.Integration.DataFields;

/// <summary>The type of a data field.</summary>
public enum DataFieldType
{
    /// <summary>A type unheard of: read as text, never written.</summary>
    Unknown = 0,

    /// <summary>Text up to 1000 characters.</summary>
    String = 1,

    /// <summary>A number.</summary>
    Numeric = 2,

    /// <summary>A date with time.</summary>
    Date = 3,

    /// <summary>True or false.</summary>
    Boolean = 4,
}
