namespace Dotdigital.Sdk.Integration.Events;

/// <summary>A campaign of a connected book was seen sent for the first time: the host may create its own email and marketing campaign (rule IM-2).</summary>
public sealed record CampaignFirstSent : DotdigitalEvent
{
    /// <summary>Dotdigital's id of the campaign.</summary>
    public required int CampaignId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>A code for the host's marketing campaign: the name cut, non-alphanumerics to <c>_</c>, plus the remote id, at most 20 characters.</summary>
    public required string Code { get; init; }

    /// <summary>The connected lists that it went to.</summary>
    public required IReadOnlyList<string> ListNames { get; init; }
}
