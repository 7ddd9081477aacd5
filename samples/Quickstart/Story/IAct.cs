namespace Quickstart.Story;

/// <summary>A part of the story. It may be played again after a kill at any moment, and then goes on from what it finds.</summary>
internal interface IAct
{
    /// <summary>Its name in the story's marks and in the report.</summary>
    string Name { get; }

    /// <summary>Whether it is played at every start, done or not.</summary>
    bool IsRepeated => false;

    /// <returns>What came of it, in a few words.</returns>
    Task<string> PlayAsync(StoryContext story, CancellationToken cancellationToken);
}
