using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Programs;

/// <summary>The state of a program (v2 <c>ApiProgramStatus</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<ProgramStatus>))]
public readonly record struct ProgramStatus : IOpenEnum<ProgramStatus>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public ProgramStatus(string? value) => this.value = value;

    /// <summary>The API's <c>Draft</c>.</summary>
    public static ProgramStatus Draft { get; } = new("Draft");

    /// <summary>The API's <c>Deactivated</c>.</summary>
    public static ProgramStatus Deactivated { get; } = new("Deactivated");

    /// <summary>The API's <c>Active</c>.</summary>
    public static ProgramStatus Active { get; } = new("Active");

    /// <summary>The API's <c>ReadOnly</c>.</summary>
    public static ProgramStatus ReadOnly { get; } = new("ReadOnly");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static ProgramStatus NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static ProgramStatus FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(ProgramStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
