namespace Quickstart.Shop;

/// <summary>An act of the story that is done, so that a Quickstart that was killed goes on where it stood.</summary>
public sealed class StoryMark
{
    public required string Act { get; init; }

    /// <summary>What later acts need to know of it.</summary>
    public string? Fact { get; set; }
}
