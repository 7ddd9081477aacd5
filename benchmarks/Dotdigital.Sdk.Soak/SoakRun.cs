using System.Diagnostics;
using System.Globalization;
using Dotdigital.Sdk.Soak.Acts;
using Dotdigital.Sdk.Soak.Clock;
using Dotdigital.Sdk.Soak.Emulation;
using Dotdigital.Sdk.Soak.Engine;
using Dotdigital.Sdk.Soak.Measures;
using Dotdigital.Sdk.Soak.People;
using Dotdigital.Sdk.Soak.Verdicts;

namespace Dotdigital.Sdk.Soak;

/// <summary>The run: day after day, then quiet, then the verdict.</summary>
internal sealed class SoakRun(SoakOptions options, EmulatorProcess emulator, SoakClock clock, RunsUnderWay runs, CallMeter calls, SoakLog log, EngineHost engine, StoreMeter store, IReadOnlyList<Population> accounts)
{
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    private const int HoursADay = 24;
    private const int HoursBetweenEdits = 4;
    private const int RestartEvery = 3;
    private const int CalmAfterHour = 6;

    /// <summary>Two days have each daily read and comparison behind them; a failed import's third try may need another.</summary>
    private const int QuietDays = 2;
    private const int MoreQuietDays = 3;

    private readonly Random _random = new(options.Seed);
    private readonly TimeDriver _time = new(clock, emulator, runs);
    private readonly Dictionary<string, int> _books = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _calls = new(StringComparer.Ordinal);
    private readonly List<Sample> _samples = [];
    private readonly List<LogDay> _logDays = [];
    private readonly CampaignCalendar _campaigns = new(emulator);
    private long _cycles;

    /// <summary>Runs it.</summary>
    /// <returns>The sentences that do not hold.</returns>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        var wall = Stopwatch.StartNew();
        var weather = new Weather(emulator, _random);
        var (host, remote) = (new HostEdits(_random), new RemoteEdits(emulator, _random));
        foreach (var people in accounts)
        {
            await emulator.RunAsync<bool>(people.Account, "create-data-field", new { name = "TOWN", type = "String" });
            await emulator.RunAsync<bool>(people.Account, "create-data-field", new { name = "POINTS", type = "Numeric" });
            _books[people.Account] = await emulator.RunAsync<int>(people.Account, "create-address-book", new { name = PeopleList.Book });
        }

        await store.PrepareAsync();
        await engine.StartAsync();
        PrintHead();
        for (var day = 0; day < options.Days && wall.Elapsed < options.Wall; day++)
        {
            // The first day is the first sync's: nothing happens but that.
            await DayAsync((short)day, day == 0 ? null : host, day == 0 ? null : remote, day == 0 || Weather.IsCalm(day) ? null : weather);
        }

        var judged = _samples.Count;
        await weather.ClearAsync();
        var wrongs = new List<string>();
        for (var quiet = 0; quiet < QuietDays + MoreQuietDays; quiet++)
        {
            await DayAsync((short)(judged + quiet), null, null, null);
            if (quiet + 1 >= QuietDays)
            {
                wrongs = await CompareAsync();
                if (wrongs.Count == 0)
                {
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nIn sync after {quiet + 1} quiet days, {accounts.Count} accounts, nobody's opt-out endangered.\n"));
                    break;
                }
            }
        }

        await _time.SettleAsync();
        await engine.DisposeAsync();
        wrongs.AddRange(Judge(judged, weather.Faults));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{judged} days, {accounts.Count} accounts, {accounts.Sum(static people => people.Count)} people, {runs.Cycles} cycles, {weather.Faults} faults, {wall.Elapsed.TotalMinutes:0.0} minutes."));
        return wrongs;
    }

    private async Task DayAsync(short day, HostEdits? host, RemoteEdits? remote, Weather? weather)
    {
        var began = Stopwatch.GetTimestamp();
        var restart = day % RestartEvery == RestartEvery - 1 ? _random.Next(HoursADay) : -1;
        for (var hour = 0; hour < HoursADay; hour++)
        {
            log.IsCalm = weather is null && (day == 0 || hour >= CalmAfterHour);
            for (var number = 0; number < accounts.Count; number++)
            {
                var people = accounts[number];
                if ((hour + number) % HoursBetweenEdits == 0)
                {
                    await (host?.DoAsync(engine.Services, people, day, (double)HoursBetweenEdits / HoursADay) ?? Task.CompletedTask);
                    await (remote?.DoAsync(people, _books[people.Account], day, (double)HoursBetweenEdits / HoursADay) ?? Task.CompletedTask);
                }

                await (weather?.StormAsync(people, TimeSpan.FromHours(1) / options.Cycle) ?? Task.CompletedTask);
                if (remote is not null && hour == number % HoursADay)
                {
                    await _campaigns.DoAsync(people, number, _books[people.Account], day);
                }
            }

            if (hour == restart)
            {
                await engine.RestartAsync();
            }

            await _time.PassAsync(TimeSpan.FromHours(1));
            engine.ThrowIfStopped();
        }

        foreach (var people in accounts)
        {
            await HostEdits.ReleaseAsync(engine.Services, people);
        }

        await MeasureAsync(day, Stopwatch.GetElapsedTime(began));
    }

    private async Task MeasureAsync(int day, TimeSpan took)
    {
        await _time.SettleAsync();
        var sample = new Sample(day);
        await store.MeasureAsync(sample);
        var lines = log.EndDay();
        _logDays.Add(lines);
        sample.Values[Series.Lines] = lines.Lines;
        sample.Values[Series.Warnings] = lines.Warnings;
        sample.Values[Series.Repeated] = lines.MostRepeated;
        sample.Values[Series.Contacts] = accounts.Sum(static people => (double)people.Count + people.Strangers);
        sample.Values[Series.Noes] = accounts.Sum(CountNoes);
        sample.Values[Series.Campaigns] = _campaigns.Sent;
        sample.Values[Series.Recipients] = _campaigns.Recipients;
        sample.Values[Series.Activity] = _campaigns.Activity;
        sample.Values[Series.Cycles] = runs.Cycles - _cycles;
        _cycles = runs.Cycles;
        foreach (var (tier, count) in calls.Calls)
        {
            sample.Values[Series.CallsOf(tier)] = count - _calls.GetValueOrDefault(tier);
            _calls[tier] = count;
        }

        sample.Values[Series.Emulator] = emulator.Memory / (1024.0 * 1024);
        sample.Values[Series.Seconds] = took.TotalSeconds;
        ProcessMeter.Measure(sample);
        _samples.Add(sample);
        PrintDay(sample);
    }

    private static double CountNoes(Population people)
    {
        var noes = 0;
        for (var number = 0; number < people.Count; number++)
        {
            noes += people[number].Fate is Fate.SaidNo or Fate.Unsubscribed or Fate.Bounced ? 1 : 0;
        }

        return noes;
    }

    private async Task<List<string>> CompareAsync()
    {
        var wrongs = new List<string>();
        var comparison = new InSync(emulator);
        foreach (var people in accounts)
        {
            wrongs.AddRange(await comparison.CompareAsync(people, _books[people.Account]));
            var (happened, told) = (_campaigns.ActivityOf(people.Account), await store.CountActivitiesAsync(people.Account));
            if (happened != told)
            {
                wrongs.Add(string.Create(CultureInfo.InvariantCulture, $"{people.Account}: {happened} sends, opens and clicks happened, and {told} are marketing activities"));
            }
        }

        return wrongs;
    }

    private List<string> Judge(int judged, long faults)
    {
        var days = _samples.Take(judged).ToList();
        List<string> wrongs = [.. LogVerdict.Judge(log, days, _logDays, accounts.Count, TimeSpan.FromDays(1) / options.Cycle, faults)];
        Console.WriteLine("\n| log event | level | lines | example |\n|---|---|---|---|");
        foreach (var tally in log.Events)
        {
            Console.WriteLine($"| {tally.Id} | {tally.Level} | {tally.Count} | {tally.Example.Replace("|", "\\|", StringComparison.Ordinal)} |");
        }

        if (judged < LevelVerdict.LeastDays)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nLevels are not judged: {judged} days are fewer than {LevelVerdict.LeastDays}."));
            return wrongs;
        }

        Console.WriteLine("\n| what | first half | second half | may grow by | |\n|---|---|---|---|---|");
        foreach (var verdict in Levels.Of(days, accounts.Count).Select(level => LevelVerdict.Of(level, days, EngineHost.RetentionDays + 1)))
        {
            Console.WriteLine(verdict);
            if (!verdict.Holds)
            {
                wrongs.Add(string.Create(CultureInfo.InvariantCulture, $"{verdict.Level.Name} grew from {verdict.Early:0.#} to {verdict.Late:0.#}{(verdict.Growth is { } growth ? $", although {verdict.Level.Cause} grew {growth:0.00} times only" : "")}"));
            }
        }

        return wrongs;
    }

    private void PrintHead()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Accounts} accounts, {options.Contacts} people in each, {options.Days} days, a cycle every {options.Cycle.TotalMinutes:0} minutes, {(options.IsPostgres ? "PostgreSQL" : "SQLite")}, seed {options.Seed}\n"));
        Console.WriteLine("| day | s | heap MB | working set MB | threads | handles | sockets | db connections | contact rows | member rows | batches kept | batch members | outbox | field changes | dead rows | cycles of the day | calls of the day | log lines | warnings | most repeated | emulator MB |");
        Console.WriteLine(string.Concat(Enumerable.Repeat("|---", 21)) + "|");
    }

    private static void PrintDay(Sample sample)
    {
        string[] shown =
        [
            Series.Seconds, Series.Heap, Series.WorkingSet, Series.Threads, Series.Handles, Series.Sockets, Series.Connections, Series.Rows("contacts"), Series.Rows("memberships"), Series.Rows("batches"),
            Series.Rows("batch_members"), Series.Rows("outbox"), Series.Rows("field_changes"), Series.Dead, Series.Cycles,
        ];
        var allCalls = sample.Values.Where(static value => value.Key.StartsWith(Series.CallsOf(string.Empty), StringComparison.Ordinal)).Sum(static value => value.Value);
        var values = shown.Select(name => sample[name]).Append(allCalls).Concat([sample[Series.Lines], sample[Series.Warnings], sample[Series.Repeated], sample[Series.Emulator]]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {sample.Day} | {string.Join(" | ", values.Select(static value => value.ToString("0.#", CultureInfo.InvariantCulture)))} |"));
    }
}
