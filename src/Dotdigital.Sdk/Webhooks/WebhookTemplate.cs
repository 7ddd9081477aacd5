namespace Dotdigital.Sdk.Webhooks;

/// <summary>A group of events for a common need.</summary>
public sealed record WebhookTemplate
{
    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The types of event in it.</summary>
    public IReadOnlyList<string> Events { get; init => field = value ?? []; } = [];
}
