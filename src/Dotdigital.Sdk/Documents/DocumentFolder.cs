namespace Dotdigital.Sdk.Documents;

/// <summary>A folder of documents (<c>ApiDocumentFolder</c>).</summary>
public sealed record DocumentFolder
{
    /// <summary>Its id.</summary>
    public int Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The folders in it.</summary>
    public IReadOnlyList<DocumentFolder> ChildFolders { get; init => field = value ?? []; } = [];
}
