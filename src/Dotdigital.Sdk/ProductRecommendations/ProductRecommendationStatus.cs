using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ProductRecommendations;

/// <summary>Whether a recommendation can be used (v2 <c>ApiProductRecommendationStatus</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<ProductRecommendationStatus>))]
public readonly record struct ProductRecommendationStatus : IOpenEnum<ProductRecommendationStatus>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public ProductRecommendationStatus(string? value) => this.value = value;

    /// <summary>The API's <c>Ready</c>.</summary>
    public static ProductRecommendationStatus Ready { get; } = new("Ready");

    /// <summary>The API's <c>InProgress</c>.</summary>
    public static ProductRecommendationStatus InProgress { get; } = new("InProgress");

    /// <summary>The API's <c>Failed</c>.</summary>
    public static ProductRecommendationStatus Failed { get; } = new("Failed");

    /// <summary>The API's <c>Queued</c>.</summary>
    public static ProductRecommendationStatus Queued { get; } = new("Queued");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static ProductRecommendationStatus NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static ProductRecommendationStatus FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(ProductRecommendationStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
