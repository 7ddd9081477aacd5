using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ProductRecommendations;

/// <summary>How a recommendation chooses (v2 <c>ApiProductRecommendationType</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<ProductRecommendationType>))]
public readonly record struct ProductRecommendationType : IOpenEnum<ProductRecommendationType>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public ProductRecommendationType(string? value) => this.value = value;

    /// <summary>The API's <c>BestSellers</c>.</summary>
    public static ProductRecommendationType BestSellers { get; } = new("BestSellers");

    /// <summary>The API's <c>MostViewed</c>.</summary>
    public static ProductRecommendationType MostViewed { get; } = new("MostViewed");

    /// <summary>The API's <c>FilterOnly</c>.</summary>
    public static ProductRecommendationType FilterOnly { get; } = new("FilterOnly");

    /// <summary>The API's <c>LastBrowsed</c>.</summary>
    public static ProductRecommendationType LastBrowsed { get; } = new("LastBrowsed");

    /// <summary>The API's <c>BoughtTogether</c>.</summary>
    public static ProductRecommendationType BoughtTogether { get; } = new("BoughtTogether");

    /// <summary>The API's <c>Newest</c>.</summary>
    public static ProductRecommendationType Newest { get; } = new("Newest");

    /// <summary>The API's <c>Lookalikes</c>.</summary>
    public static ProductRecommendationType Lookalikes { get; } = new("Lookalikes");

    /// <summary>The API's <c>AlsoBought</c>.</summary>
    public static ProductRecommendationType AlsoBought { get; } = new("AlsoBought");

    /// <summary>The API's <c>Trending</c>.</summary>
    public static ProductRecommendationType Trending { get; } = new("Trending");

    /// <summary>The API's <c>BestNext</c>.</summary>
    public static ProductRecommendationType BestNext { get; } = new("BestNext");

    /// <summary>The API's <c>Hybrid</c>.</summary>
    public static ProductRecommendationType Hybrid { get; } = new("Hybrid");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static ProductRecommendationType NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static ProductRecommendationType FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(ProductRecommendationType other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
