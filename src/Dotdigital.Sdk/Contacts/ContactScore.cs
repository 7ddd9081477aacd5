namespace Dotdigital.Sdk.Contacts;

/// <summary>A contact's score (<c>ApiContactScore</c>).</summary>
public sealed record ContactScore
{
    /// <summary>The contact.</summary>
    public long ContactId { get; init; }

    /// <summary>Its email address.</summary>
    public string? Email { get; init; }

    /// <summary>When the score last changed, UTC.</summary>
    public DateTimeOffset? DateModified { get; init; }

    /// <summary>The score in words, for example <c>Hot</c>.</summary>
    public string? ScoreLabel { get; init; }

    /// <summary>The score, 0 to 100.</summary>
    public int Score { get; init; }

    /// <summary>The share of it that engagement gives.</summary>
    public int Engagement { get; init; }

    /// <summary>The share of it that suitability gives.</summary>
    public int Suitability { get; init; }
}
