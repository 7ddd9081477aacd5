using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Images;

/// <summary>An image of the account.</summary>
public sealed record Image
{
    /// <summary>Its full address.</summary>
    public string? Url { get; init; }

    /// <summary>The file's name.</summary>
    [JsonPropertyName("filename")]
    public string? FileName { get; init; }

    /// <summary>Its media type.</summary>
    public string? MimeType { get; init; }

    /// <summary>Its size in bytes.</summary>
    public int SizeInBytes { get; init; }

    /// <summary>Its width in pixels.</summary>
    public int WidthInPixels { get; init; }

    /// <summary>Its height in pixels.</summary>
    public int HeightInPixels { get; init; }

    /// <summary>What it shows, in words.</summary>
    public IReadOnlyList<string> ContentTags { get; init => field = value ?? []; } = [];
}
