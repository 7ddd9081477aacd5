using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Programs;

/// <summary>How far an enrolment is (v2 <c>ApiProgramEnrolmentStatus</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<ProgramEnrolmentStatus>))]
public readonly record struct ProgramEnrolmentStatus : IOpenEnum<ProgramEnrolmentStatus>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public ProgramEnrolmentStatus(string? value) => this.value = value;

    /// <summary>The API's <c>Processing</c>.</summary>
    public static ProgramEnrolmentStatus Processing { get; } = new("Processing");

    /// <summary>The API's <c>Finished</c>.</summary>
    public static ProgramEnrolmentStatus Finished { get; } = new("Finished");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static ProgramEnrolmentStatus NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static ProgramEnrolmentStatus FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(ProgramEnrolmentStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
