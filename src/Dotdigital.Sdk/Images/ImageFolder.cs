namespace Dotdigital.Sdk.Images;

/// <summary>A folder of images (<c>ApiImageFolder</c>).</summary>
public sealed record ImageFolder
{
    /// <summary>Its id; 0 is the root.</summary>
    public int Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The folders in it.</summary>
    public IReadOnlyList<ImageFolder> ChildFolders { get; init => field = value ?? []; } = [];
}
