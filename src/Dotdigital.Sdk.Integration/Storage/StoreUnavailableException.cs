using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>
/// The engine's store did not do a unit of work, of which nothing is stored then. What was committed before is kept: the next run goes on where the last commit
/// left off.
/// </summary>
public sealed class StoreUnavailableException : DotdigitalException
{
    /// <summary>Creates the exception for a store that is out of reach.</summary>
    /// <param name="store">What the store is and where, without secrets, such as <c>PostgreSQL store 'dotdigital' on db1:5432</c>.</param>
    /// <param name="innerException">What the driver said.</param>
    public StoreUnavailableException(string store, Exception innerException)
        : this(store, StoreProblem.Unreachable, innerException)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="store">What the store is and where, without secrets, such as <c>PostgreSQL store 'dotdigital' on db1:5432</c>.</param>
    /// <param name="problem">Why it did not do the unit of work.</param>
    /// <param name="innerException">What the driver said, if it said anything.</param>
    public StoreUnavailableException(string store, StoreProblem problem, Exception? innerException)
        : base($"The {store} {Describe(problem)}", innerException) => (Store, Problem) = (store, problem);

    /// <summary>What the store is and where.</summary>
    public string Store { get; }

    /// <summary>Why it did not do the unit of work.</summary>
    public StoreProblem Problem { get; }

    private static string Describe(StoreProblem problem) => problem switch
    {
        StoreProblem.Busy => "was busy for longer than its connection string lets a unit of work wait: look for a unit of work or transaction that is left open or held while something else is awaited, and for a pool of connections that is too small. The next run goes on where the last one ended.",
        StoreProblem.Full => "has no space left, and nothing of the unit of work was stored: free space on its disk, or raise the limit that it met. The next run goes on where the last one ended.",
        StoreProblem.Conflict => "undid a unit of work that another transaction was in conflict with: see that nothing but the engine writes or locks its tables. The next run does it again.",
        StoreProblem.Damaged => "cannot be read or written, as its file or disk is damaged: check the disk; when the store stays damaged, stop what uses it and restore the last backup.",
        _ => "cannot be reached: check that its server runs, or that its file is there and may be written, and that the connection string is right. The next run goes on where the last one ended.",
    };
}
