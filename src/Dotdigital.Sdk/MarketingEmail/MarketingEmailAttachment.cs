namespace Dotdigital.Sdk.MarketingEmail;

/// <summary>A file sent with a marketing email (<c>emailRequest_attachments</c>).</summary>
public sealed record MarketingEmailAttachment
{
    /// <summary>The file's name.</summary>
    public required string FileName { get; init; }

    /// <summary>Its media type.</summary>
    public required string MimeType { get; init; }

    /// <summary>The file; all of an email together up to 15 MB.</summary>
    public required byte[] Content { get; init; }
}
