namespace Dotdigital.Sdk.Events;

/// <summary>The body of a page of events.</summary>
internal sealed record EventPageBody
{
    /// <summary>Where to go on.</summary>
    public string? CheckPoint { get; init; }

    /// <summary>The events.</summary>
    public IReadOnlyList<DotdigitalEvent> Events { get; init => field = value ?? []; } = [];
}
