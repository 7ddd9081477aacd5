namespace Dotdigital.Sdk.Emulator.DataFields;

/// <summary>The type of a data field, as the v2 API spells it (ApiDataTypes).</summary>
public enum DataFieldType
{
    /// <summary>Text of up to 1000 characters.</summary>
    String,

    /// <summary>A number.</summary>
    Numeric,

    /// <summary>A date with a time, without an offset.</summary>
    Date,

    /// <summary>True or false.</summary>
    Boolean,
}
