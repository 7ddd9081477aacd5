using Dotdigital.Sdk.LoadRun;
using Dotdigital.Sdk.PostgreSqlServer;
using Microsoft.Data.Sqlite;
using Npgsql;

LoadOptions options;
try
{
    options = LoadOptions.Parse(args);
}
catch (FormatException mistake)
{
    Console.Error.WriteLine($"{mistake.Message}\n{LoadOptions.Usage}");
    return 2;
}

var folder = Directory.CreateTempSubdirectory("dotdigital-load-").FullName;
ServerProcess? server = null;
try
{
    server = options.IsPostgres ? await ServerProcess.StartAsync(PostgreSqlBinaries.Find() ?? throw new InvalidOperationException("There is no PostgreSQL server.")) : null;
    var connection = server?.ConnectionString ?? $"Data Source={Path.Combine(folder, "load.db")}";
    await using var emulator = await EmulatorProcess.StartAsync();
    Console.WriteLine($"{options.Contacts} people, {options.Books} books, {(options.IsPostgres ? "PostgreSQL" : "SQLite")}\n\n| part | wall s | CPU s | of it compiling s | allocated MB | peak MB |\n|---|---|---|---|---|---|");
    if (options.IsStraight)
    {
        await new StraightRun(options, emulator.Address, connection).RunAsync();
        return 0;
    }

    await using var engine = new EngineRun(options, emulator, connection);
    await engine.StartAsync();
    await engine.RunAsync();
    return 0;
}
finally
{
    NpgsqlConnection.ClearAllPools();
    SqliteConnection.ClearAllPools();
    if (server is not null)
    {
        await server.DisposeAsync();
    }

    Directory.Delete(folder, recursive: true);
}
