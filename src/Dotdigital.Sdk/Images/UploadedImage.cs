namespace Dotdigital.Sdk.Images;

/// <summary>An image just uploaded (<c>ApiImage</c>).</summary>
public sealed record UploadedImage
{
    /// <summary>Its id.</summary>
    public int Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Where it stands.</summary>
    public string? Path { get; init; }
}
