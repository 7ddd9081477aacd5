using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Integration.Scheduling;

/// <summary>Another process runs the jobs on a store that serves one runner only, such as a SQLite file (rule BL-1).</summary>
public sealed class SecondRunnerException : DotdigitalException
{
    /// <summary>Names the store and who runs its jobs.</summary>
    /// <param name="store">The store, such as the path of its file.</param>
    /// <param name="owner">The process that runs its jobs, as <c>machine:process id</c>.</param>
    public SecondRunnerException(string store, string owner)
        : base($"The jobs of the {store} are run by another process ({owner}), and this store serves one runner. Stop that process, or take AddScheduler() or UseQuartz() out of this one: "
            + "it may still record changes and opt-outs and read state. For several runners use the PostgreSQL store.") =>
        (Store, Owner) = (store, owner);

    /// <summary>The store, such as the path of its file.</summary>
    public string Store { get; }

    /// <summary>The process that runs its jobs, as <c>machine:process id</c>.</summary>
    public string Owner { get; }
}
