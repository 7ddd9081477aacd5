namespace Dotdigital.Sdk.TransactionalEmail;

/// <summary>A transactional email whose content is a triggered campaign (<c>ApiTransactionalEmailTriggeredCampaign</c>).</summary>
public sealed record TriggeredCampaignEmail
{
    /// <summary>Whom to send it to.</summary>
    public required IReadOnlyList<string> ToAddresses { get; init; }

    /// <summary>Whom to copy.</summary>
    public IReadOnlyList<string>? CcAddresses { get; init; }

    /// <summary>Whom to copy unseen.</summary>
    public IReadOnlyList<string>? BccAddresses { get; init; }

    /// <summary>The triggered campaign.</summary>
    public required int CampaignId { get; init; }

    /// <summary>Values for its fields.</summary>
    public IReadOnlyList<PersonalizationValue>? PersonalizationValues { get; init; }

    /// <summary>What comes back with its events.</summary>
    public string? Metadata { get; init; }

    /// <summary>The sender's address, when not the campaign's.</summary>
    public string? FromAddress { get; init; }

    /// <summary>Files to send with it.</summary>
    public IReadOnlyList<EmailAttachment>? Attachments { get; init; }
}
