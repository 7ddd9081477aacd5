namespace Dotdigital.Sdk.Integration.Events;

/// <summary>An account whose refusal was told (<see cref="AccountRefused"/>) is accepted again (rule AC-1).</summary>
public sealed record AccountWorksAgain : DotdigitalEvent
{
    /// <summary>Since when it was refused, by our clock.</summary>
    public required DateTimeOffset RefusedSince { get; init; }
}
