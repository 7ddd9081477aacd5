namespace Dotdigital.Sdk.DataFields;

/// <summary>Something that uses a data field (<c>ApiDependency</c>).</summary>
public sealed record DataFieldDependency
{
    /// <summary>What it is.</summary>
    public DataFieldDependencyType Type { get; init; }

    /// <summary>Its id.</summary>
    public int ObjectId { get; init; }
}
