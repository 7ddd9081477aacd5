namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>How contacts are handed to Dotdigital (rule EX-4).</summary>
public enum ExportTransport
{
    /// <summary>v2 CSV files.</summary>
    Csv = 0,

    /// <summary>v3 JSON imports.</summary>
    Json = 1,
}
