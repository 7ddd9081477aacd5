namespace Dotdigital.Sdk.Programs;

/// <summary>A program (an automation) (<c>ApiProgram</c>).</summary>
public sealed record DotdigitalProgram
{
    /// <summary>Its id.</summary>
    public int Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Its state.</summary>
    public ProgramStatus Status { get; init; }

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset? DateCreated { get; init; }
}
