namespace Dotdigital.Sdk.Diagnostics;

/// <summary>Names to subscribe to for traces and metrics.</summary>
public static class DotdigitalDiagnostics
{
    /// <summary>The name of the client's <c>ActivitySource</c> and <c>Meter</c>.</summary>
    public const string SourceName = "Dotdigital.Sdk";
}
