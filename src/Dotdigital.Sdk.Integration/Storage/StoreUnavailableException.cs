using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>The engine's store cannot be reached. Nothing that was stored is lost: the next run goes on where the last commit left off.</summary>
public sealed class StoreUnavailableException : DotdigitalException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="store">What the store is and where, without secrets, such as <c>PostgreSQL store 'dotdigital' on db1:5432</c>.</param>
    /// <param name="innerException">What the driver said.</param>
    public StoreUnavailableException(string store, Exception innerException)
        : base($"The {store} cannot be reached: check that its server runs and that the connection string's host, user and password are right. The next run goes on where the last one ended.", innerException) => Store = store;

    /// <summary>What the store is and where.</summary>
    public string Store { get; }
}
