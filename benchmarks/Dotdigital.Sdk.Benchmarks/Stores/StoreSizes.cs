using System.Globalization;
using Dotdigital.Sdk.PostgreSqlServer;

namespace Dotdigital.Sdk.Benchmarks.Stores;

/// <summary>What the store benchmarks run on and with how many contacts.</summary>
internal static class StoreSizes
{
    /// <summary>The environment variable for how many: 1000000 for the full size, some thousands for a smoke run.</summary>
    public const string Variable = "DOTDIGITAL_BENCHMARK_CONTACTS";

    /// <summary>Rows a call of the store, as the engine stages and imports.</summary>
    public const int Page = 5_000;

    /// <summary>Rows a transaction, for everyone.</summary>
    public const int Transaction = 10_000;

    public static int Contacts { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : 100_000;

    /// <summary>The databases that this machine has.</summary>
    public static IEnumerable<StoreKind> Kinds()
    {
        if (PostgreSqlBinaries.Find() is null)
        {
            Console.Error.WriteLine($"PostgreSQL is skipped: no initdb and postgres in {PostgreSqlBinaries.Variable}, PATH or /usr/lib/postgresql.");
            return [StoreKind.Sqlite];
        }

        return [StoreKind.Sqlite, StoreKind.PostgreSql];
    }
}
