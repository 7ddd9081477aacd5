namespace Dotdigital.Sdk.Documents;

/// <summary>A document of the account (<c>ApiDocument</c>).</summary>
public sealed record Document
{
    /// <summary>Its id.</summary>
    public int Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The file's name.</summary>
    public string? FileName { get; init; }

    /// <summary>Its size in bytes.</summary>
    public int FileSize { get; init; }

    /// <summary>When it was uploaded, UTC.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTimeOffset? DateModified { get; init; }
}
