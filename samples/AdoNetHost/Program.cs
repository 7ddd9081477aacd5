using AdoNetHost;
using Dotdigital.Sdk.Emulator;
using Dotdigital.Sdk.Emulator.DataFields;
using Dotdigital.Sdk.Integration;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.EntityFrameworkCore;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.Extensions.DependencyInjection;

const int Members = 300;
using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopping.Cancel();
};
var cancel = stopping.Token;
var folder = Directory.CreateTempSubdirectory("adonet-host-").FullName;
try
{
    // The club's own database, and apart from it the engine's store.
    var club = new MemberDatabase(Path.Combine(folder, "club.db"));
    await club.CreateAsync(Members, cancel);
    await using var emulator = await DotdigitalEmulator.StartAsync(new EmulatorOptions(), cancel);
    var dotdigital = emulator.Account("main");
    dotdigital.CreateDataField("TOWN", DataFieldType.String);
    dotdigital.CreateDataField("POINTS", DataFieldType.Numeric);

    var services = new ServiceCollection();
    services.AddLogging();
    services.AddSingleton<TimeProvider>(emulator.Clock);
    services
        .AddDotdigitalIntegration(options =>
        {
            options.Client.AllowLoopback = true;
            options.Accounts["main"] = new AccountSettings { UserName = dotdigital.UserName, Password = dotdigital.Password, Endpoint = emulator.BaseAddress };
        })
        .AddMarketingList(MemberList.Declare(club))
        .UseSqliteStore($"Data Source={Path.Combine(folder, "engine.db")}");
    await using var provider = services.BuildServiceProvider();
    await provider.MigrateDotdigitalAsync(cancel);
    var engine = (Cycle: provider.GetRequiredService<ISyncOrchestrator>(), Status: provider.GetRequiredService<IExportStatusOrchestrator>(), Changes: provider.GetRequiredService<ITrackedChangeProcessor>());

    await RunUntilQuietAsync();
    Console.WriteLine($"{Members} members were exported");

    // A marketer corrects a town, somebody signs up at Dotdigital, and the club changes a name, each on their own side.
    dotdigital.SetDataField("member7@example.com", "TOWN", "Whitstable");
    dotdigital.AddContact(
        "signed.up@example.com",
        [dotdigital.AddressBooks.Single(static book => book.Name == "Members").Id],
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["FIRSTNAME"] = "Sam", ["TOWN"] = "Margate" });
    await club.ExecuteAsync("UPDATE members SET first_name = 'Zoe' WHERE id = 9", cancel);
    await provider.GetRequiredService<IFieldChangeRecorder>().RecordAsync("Member", ["9"], ["FirstName"], cancel);
    emulator.Clock.Advance(TimeSpan.FromMinutes(5));
    await RunUntilQuietAsync();
    await RequireAsync("SELECT COUNT(*) FROM members WHERE id = 7 AND town = 'Whitstable'", "the marketer's correction reached the club");
    await RequireAsync("SELECT COUNT(*) FROM members WHERE email = 'signed.up@example.com' AND first_name = 'Sam' AND town = 'Margate'", "the person who signed up became a member");

    var differences = await Agreement.CheckAsync(club, dotdigital, cancel);
    foreach (var difference in differences)
    {
        Console.WriteLine(difference);
    }

    Console.WriteLine(differences.Count == 0 ? "both sides agree" : "both sides do not agree");
    return differences.Count == 0 ? 0 : 1;

    // What AddScheduler() does by itself: the changes recorded, a cycle, and the state of what was sent.
    async Task RunUntilQuietAsync()
    {
        const int Most = 12;
        for (var (round, quiet) = (0, 0); round < Most && quiet < 2; round++)
        {
            await engine.Changes.RunAsync(cancellationToken: cancel);
            var report = await engine.Cycle.RunCycleAsync(new AccountId("main"), cancellationToken: cancel);
            if (report.Failures.Any())
            {
                throw new InvalidOperationException(string.Join(' ', report.Failures.Select(static step => $"{step.Step}: {step.Error}")));
            }

            quiet = report.Steps.Where(static step => step.Step != StepNames.DeliverEvents).All(static step => step.Sent == 0 && step.Added == 0) ? quiet + 1 : 0;
            emulator.Clock.Advance(TimeSpan.FromMinutes(10));
            await engine.Status.RunAsync(new AccountId("main"), cancellationToken: cancel);
        }
    }

    async Task RequireAsync(string count, string what)
    {
        await using var connection = await club.OpenAsync(cancel);
        await using var command = MemberDatabase.Command(connection, count);
        var isTrue = Convert.ToInt64(await command.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture) == 1;
        Console.WriteLine(isTrue ? what : $"not true: {what}");
        if (!isTrue)
        {
            throw new InvalidOperationException($"Not true: {what}.");
        }
    }
}
catch (Exception failed)
{
    await Console.Error.WriteLineAsync(failed.Message);
    return 1;
}
finally
{
    Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    Directory.Delete(folder, recursive: true);
}
