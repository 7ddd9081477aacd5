using System.Text.Json;
using Dotdigital.Sdk.RateLimits;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>What is stored of a run beside its columns.</summary>
internal sealed record RunDetails
{
    public string? Step { get; init; }

    public string? Scope { get; init; }

    public long Done { get; init; }

    public long? Total { get; init; }

    public IReadOnlyList<SyncRunStep> Steps { get; init; } = [];

    public IReadOnlyDictionary<string, int> Calls { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    public IReadOnlyList<RateLimitWait> Waits { get; init; } = [];

    public IReadOnlyList<RateLimitTier> Tiers { get; init; } = [];

    public DateTimeOffset? TiersSeenAt { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, RunDetailsJson.Default.RunDetails);

    /// <summary>Reads what was stored; what cannot be read, as by an older version, is left out.</summary>
    public static RunDetails Parse(string json)
    {
        try
        {
            return Complete(JsonSerializer.Deserialize(json, RunDetailsJson.Default.RunDetails) ?? new RunDetails());
        }
        catch (JsonException)
        {
            return new RunDetails();
        }
    }

    /// <summary>What the text does not name comes back as null, whatever the property begins as.</summary>
    private static RunDetails Complete(RunDetails read) => read with
    {
        Steps = [.. (read.Steps ?? []).Select(static step => step with { CallsByTier = step.CallsByTier ?? new Dictionary<string, int>(StringComparer.Ordinal), Failures = step.Failures ?? [], Notes = step.Notes ?? [] })],
        Calls = read.Calls ?? new Dictionary<string, int>(StringComparer.Ordinal),
        Waits = read.Waits ?? [],
        Tiers = read.Tiers ?? [],
    };
}
