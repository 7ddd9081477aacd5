namespace Dotdigital.Sdk.ContactImports;

/// <summary>An import (<c>ApiContactImport</c>).</summary>
public sealed record ContactImport
{
    /// <summary>Its id. There is no way to find a lost one again.</summary>
    public Guid Id { get; init; }

    /// <summary>How far it is.</summary>
    public ContactImportStatus Status { get; init; }
}
