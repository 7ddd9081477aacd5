namespace Dotdigital.Sdk.Benchmarks.Stores;

/// <summary>A database that the store runs on.</summary>
public enum StoreKind
{
    /// <summary>One file, WAL, every commit on the disk.</summary>
    Sqlite = 0,

    /// <summary>A private server from the installed binaries.</summary>
    PostgreSql = 1,
}
