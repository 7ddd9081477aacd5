namespace Dotdigital.Sdk.TransactionalEmail;

/// <summary>A transactional email: a receipt, a password reset; sent whatever the person subscribed to (<c>ApiTransactionalEmail</c>).</summary>
public sealed record TransactionalEmailMessage
{
    /// <summary>Whom to send it to.</summary>
    public required IReadOnlyList<string> ToAddresses { get; init; }

    /// <summary>Whom to copy.</summary>
    public IReadOnlyList<string>? CcAddresses { get; init; }

    /// <summary>Whom to copy unseen.</summary>
    public IReadOnlyList<string>? BccAddresses { get; init; }

    /// <summary>The subject line.</summary>
    public required string Subject { get; init; }

    /// <summary>The sender's address.</summary>
    public required string FromAddress { get; init; }

    /// <summary>The HTML body.</summary>
    public string? HtmlContent { get; init; }

    /// <summary>The text body.</summary>
    public string? PlainTextContent { get; init; }

    /// <summary>What to report it under.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>What comes back with its events.</summary>
    public string? Metadata { get; init; }

    /// <summary>Files to send with it.</summary>
    public IReadOnlyList<EmailAttachment>? Attachments { get; init; }
}
