using System.Globalization;
using Dotdigital.Sdk.PostgreSqlServer;
using Dotdigital.Sdk.Soak;
using Dotdigital.Sdk.Soak.Acts;
using Dotdigital.Sdk.Soak.Clock;
using Dotdigital.Sdk.Soak.Emulation;
using Dotdigital.Sdk.Soak.Engine;
using Dotdigital.Sdk.Soak.Measures;
using Dotdigital.Sdk.Soak.People;
using Npgsql;

SoakOptions options;
try
{
    options = SoakOptions.Parse(args);
}
catch (FormatException mistake)
{
    Console.Error.WriteLine($"{mistake.Message}\n{SoakOptions.Usage}");
    return 2;
}

var folder = Directory.CreateTempSubdirectory("dotdigital-soak-").FullName;
var server = options.IsPostgres ? await ServerProcess.StartAsync(PostgreSqlBinaries.Find() ?? throw new InvalidOperationException("There is no PostgreSQL server.")) : null;
try
{
    // All accounts may run at once, and a run that is under way is followed and renewed beside its own work.
    var pool = Math.Min(250, 20 + (2 * options.Accounts));
    var connection = server is null ? $"Data Source={Path.Combine(folder, "soak.db")}" : new NpgsqlConnectionStringBuilder(server.ConnectionString) { MaxPoolSize = pool }.ConnectionString;
    var accounts = Enumerable.Range(0, options.Accounts)
        .Select(number => new Population(string.Create(CultureInfo.InvariantCulture, $"a{number:D2}"), options.Contacts, HostEdits.RoomFor(options.Contacts, options.Days))).ToList();
    await using var emulator = await EmulatorProcess.StartAsync(accounts.Select(static people => people.Account), SoakRun.Start);
    var clock = new SoakClock(SoakRun.Start, EngineHost.Limits);
    await using var file = options.Log is { } path ? new StreamWriter(path) : null;
    using var log = new SoakLog(clock, file);
    using var runs = new RunsUnderWay();
    using var calls = new CallMeter();
    await using var engine = new EngineHost(options, connection, emulator, clock, log, accounts);
    var wrongs = await new SoakRun(options, emulator, clock, runs, calls, log, engine, new StoreMeter(options.IsPostgres, connection), accounts).RunAsync();
    foreach (var wrong in wrongs)
    {
        Console.WriteLine($"BROKEN: {wrong}");
    }

    Console.WriteLine(wrongs.Count == 0 ? "all levels held: yes" : "all levels held: no");
    return wrongs.Count == 0 ? 0 : 1;
}
finally
{
    NpgsqlConnection.ClearAllPools();
    Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    if (server is not null)
    {
        await server.DisposeAsync();
    }

    Directory.Delete(folder, recursive: true);
}
