using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.InsightData;

/// <summary>What a collection holds (v3 <c>collectionType</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<InsightCollectionType>))]
public readonly record struct InsightCollectionType : IOpenEnum<InsightCollectionType>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public InsightCollectionType(string? value) => this.value = value;

    /// <summary>The API's <c>cartInsight</c>.</summary>
    public static InsightCollectionType CartInsight { get; } = new("cartInsight");

    /// <summary>The API's <c>catalog</c>.</summary>
    public static InsightCollectionType Catalog { get; } = new("catalog");

    /// <summary>The API's <c>consentInsight</c>.</summary>
    public static InsightCollectionType ConsentInsight { get; } = new("consentInsight");

    /// <summary>The API's <c>custom</c>.</summary>
    public static InsightCollectionType Custom { get; } = new("custom");

    /// <summary>The API's <c>easyEditorExtensions</c>.</summary>
    public static InsightCollectionType EasyEditorExtensions { get; } = new("easyEditorExtensions");

    /// <summary>The API's <c>nostoEmailCampaigns</c>.</summary>
    public static InsightCollectionType NostoEmailCampaigns { get; } = new("nostoEmailCampaigns");

    /// <summary>The API's <c>orders</c>.</summary>
    public static InsightCollectionType Orders { get; } = new("orders");

    /// <summary>The API's <c>productCategories</c>.</summary>
    public static InsightCollectionType ProductCategories { get; } = new("productCategories");

    /// <summary>The API's <c>webInsight</c>.</summary>
    public static InsightCollectionType WebInsight { get; } = new("webInsight");

    /// <summary>The API's <c>wishList</c>.</summary>
    public static InsightCollectionType WishList { get; } = new("wishList");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static InsightCollectionType FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(InsightCollectionType other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
