namespace Dotdigital.Sdk.InsightData;

/// <summary>The contact a record was sent for (<c>contactIdentifier</c>).</summary>
public sealed record InsightRecordContact
{
    /// <summary>By what.</summary>
    public string? Identifier { get; init; }

    /// <summary>The value of that identifier.</summary>
    public string? Value { get; init; }
}
