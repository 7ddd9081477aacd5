namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>How far a step has read (rules W-1, W-2). Key: account + <see cref="Step"/> + <see cref="Scope"/>.</summary>
public sealed record WatermarkRecord
{
    /// <summary>The step's name.</summary>
    public required string Step { get; init; }

    /// <summary>The book or campaign, or 0 for the account.</summary>
    public int Scope { get; init; }

    /// <summary>The instant of Dotdigital's clock up to which everything is stored; null before the first complete read.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Where an interrupted read goes on; null when none is under way.</summary>
    public string? Cursor { get; init; }

    /// <summary>The instant of Dotdigital's clock before the first page of the read under way; null when none is.</summary>
    public DateTimeOffset? BeganAt { get; init; }
}
