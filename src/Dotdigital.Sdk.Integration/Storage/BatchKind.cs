namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>What a batch does, and so how its status is asked for.</summary>
public enum BatchKind
{
    /// <summary>A v2 CSV import into an address book.</summary>
    CsvImport = 0,

    /// <summary>A v3 JSON import.</summary>
    JsonImport = 1,

    /// <summary>A v2 bulk removal from an address book.</summary>
    Removal = 2,

    /// <summary>A v3 import matched by contact id that changes emails (rule EX-3b).</summary>
    Rename = 3,
}
