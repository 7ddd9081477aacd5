namespace Dotdigital.Sdk.PostgreSqlServer;

/// <summary>Where a PostgreSQL server can be had from.</summary>
public static class PostgreSqlBinaries
{
    /// <summary>Names a folder with <c>initdb</c> and <c>postgres</c>, or a connection string of a server that is there already and may be filled with databases.</summary>
    public const string Variable = "DOTDIGITAL_POSTGRES";

    /// <summary>The connection string that <see cref="Variable"/> gives, or null.</summary>
    public static string? ConnectionString => Environment.GetEnvironmentVariable(Variable) is { } value && value.Contains('=', StringComparison.Ordinal) ? value : null;

    /// <summary>The newest folder with the server's binaries, or null.</summary>
    public static string? Find() => OperatingSystem.IsWindows() ? null : Candidates().FirstOrDefault(static folder =>
        File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return [named];
        }

        const string Debian = "/usr/lib/postgresql";
        var installed = Directory.Exists(Debian)
            ? Directory.EnumerateDirectories(Debian).OrderByDescending(static folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0).Select(static folder => Path.Combine(folder, "bin"))
            : [];
        return (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(installed);
    }
}
