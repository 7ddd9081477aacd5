namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>What processes are called: <c>machine:process id</c>. The owner of a lease is that, and something unique to its run.</summary>
internal static class ProcessNames
{
    /// <summary>This process.</summary>
    public static string Own { get; } = $"{Environment.MachineName}:{Environment.ProcessId}";

    /// <summary>An owner for a run of this process.</summary>
    public static string NewOwner() => $"{Own}:{Guid.NewGuid():N}";

    /// <summary>The process of an owner, whatever a kind of lock has put before it with a slash.</summary>
    public static string Of(string owner) => string.Join(':', owner[(owner.LastIndexOf('/') + 1)..].Split(':').Take(2));
}
