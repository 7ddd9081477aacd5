namespace Dotdigital.Sdk.TransactionalEmail;

/// <summary>A file sent with an email (<c>ApiTransactionalEmailAttachment</c>).</summary>
public sealed record EmailAttachment
{
    /// <summary>The file's name.</summary>
    public required string FileName { get; init; }

    /// <summary>The file.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Its media type.</summary>
    public required string MimeType { get; init; }
}
