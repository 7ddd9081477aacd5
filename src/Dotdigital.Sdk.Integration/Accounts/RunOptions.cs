namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>What a caller may ask of a run.</summary>
public sealed record RunOptions
{
    /// <summary>Runs for this marketing list's connection only (rule CN-3); null for all.</summary>
    public string? ListName { get; init; }

    /// <summary>Reads campaigns, data fields and members even when their interval has not passed.</summary>
    public bool Force { get; init; }
}
