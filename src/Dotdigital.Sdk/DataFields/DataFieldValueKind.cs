namespace Dotdigital.Sdk.DataFields;

/// <summary>What a <see cref="DataFieldValue"/> holds.</summary>
public enum DataFieldValueKind
{
    /// <summary>Nothing.</summary>
    Null,

    /// <summary>Text; dates come as text too.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,
}
