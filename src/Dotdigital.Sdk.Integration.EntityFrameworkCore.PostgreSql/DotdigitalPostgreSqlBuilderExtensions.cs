namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql;

/// <summary>Chooses the PostgreSQL store.</summary>
public static class DotdigitalPostgreSqlBuilderExtensions
{
    /// <summary>
    /// Keeps the engine's state in a PostgreSQL database (13 or newer), which any number of processes may share; apply its migrations with
    /// <c>MigrateDotdigitalAsync</c>, or the script of <c>GetDotdigitalMigrationScript</c>, before the first job.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">A connection string of Npgsql that names a host and a database; see <see cref="DotdigitalPostgreSqlServiceCollectionExtensions.AddDotdigitalPostgreSqlStore"/>.</param>
    /// <exception cref="ArgumentException">The connection string is malformed, or names no host or database.</exception>
    public static DotdigitalIntegrationBuilder UsePostgreSqlStore(this DotdigitalIntegrationBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddDotdigitalPostgreSqlStore(connectionString);
        return builder;
    }
}
