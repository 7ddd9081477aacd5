using System.Text.Json;

namespace Dotdigital.Sdk.Events;

/// <summary>An event that a subscription collected (<c>event</c>).</summary>
public sealed record DotdigitalEvent
{
    /// <summary>Its id; the same event may come twice.</summary>
    public string? Id { get; init; }

    /// <summary>The account.</summary>
    public long AccountId { get; init; }

    /// <summary>When Dotdigital processed it, UTC.</summary>
    public DateTimeOffset? ProcessedDate { get; init; }

    /// <summary>Its type.</summary>
    public string? Type { get; init; }

    /// <summary>When it occurred, UTC.</summary>
    public DateTimeOffset? EventDate { get; init; }

    /// <summary>Its data, by its type.</summary>
    public JsonElement? Data { get; init; }
}
