namespace Dotdigital.Sdk.ProductRecommendations;

/// <summary>A product recommendation (<c>ApiProductRecommendation</c>).</summary>
public sealed record ProductRecommendation
{
    /// <summary>Its id.</summary>
    public int Id { get; init; }

    /// <summary>When it was last worked out, UTC.</summary>
    public DateTimeOffset? DateLastRefreshed { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTimeOffset? DateModified { get; init; }

    /// <summary>When it was last used, UTC.</summary>
    public DateTimeOffset? DateLastUsed { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>How it chooses.</summary>
    public ProductRecommendationType Type { get; init; }

    /// <summary>Whether it can be used.</summary>
    public ProductRecommendationStatus Status { get; init; }

    /// <summary>The recommendation used when this one has nothing; 0 for none.</summary>
    public int FallbackRecommendationId { get; init; }

    /// <summary>The revenue attributed to it.</summary>
    public decimal Revenue { get; init; }

    /// <summary>What went wrong, in words.</summary>
    public string? ErrorStatus { get; init; }
}
