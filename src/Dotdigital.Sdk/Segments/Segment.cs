namespace Dotdigital.Sdk.Segments;

/// <summary>A segment (<c>ApiSegment</c>).</summary>
public sealed record Segment
{
    /// <summary>Its id.</summary>
    public int Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>How many contacts it has, since it was last refreshed.</summary>
    public int Contacts { get; init; }
}
