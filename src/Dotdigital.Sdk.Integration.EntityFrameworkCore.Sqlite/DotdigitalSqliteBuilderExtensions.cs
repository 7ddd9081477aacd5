namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite;

/// <summary>Chooses the SQLite store.</summary>
public static class DotdigitalSqliteBuilderExtensions
{
    /// <summary>Keeps the engine's state in a SQLite file; apply its migrations with <c>MigrateDotdigitalAsync</c> before the first job.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">A connection string of Microsoft.Data.Sqlite that names a file.</param>
    /// <exception cref="ArgumentException">The connection string names no file.</exception>
    public static DotdigitalIntegrationBuilder UseSqliteStore(this DotdigitalIntegrationBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddDotdigitalSqliteStore(connectionString);
        return builder;
    }
}
