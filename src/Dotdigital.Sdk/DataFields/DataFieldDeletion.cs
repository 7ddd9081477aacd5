namespace Dotdigital.Sdk.DataFields;

/// <summary>The answer to the deletion of a data field (<c>ApiDependencyResult</c>).</summary>
public sealed record DataFieldDeletion
{
    /// <summary>Whether it was deleted.</summary>
    public bool Result { get; init; }

    /// <summary>What uses it, when it was not.</summary>
    public IReadOnlyList<DataFieldDependency> Dependencies { get; init => field = value ?? []; } = [];
}
