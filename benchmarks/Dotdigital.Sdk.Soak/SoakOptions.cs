using System.Globalization;

namespace Dotdigital.Sdk.Soak;

/// <summary>What to run.</summary>
internal sealed record SoakOptions
{
    public const string Usage = """
        Weeks of operation on a driven clock, with edits on both sides, steady faults and restarts; then both sides are compared, and memory, handles, tables and
        log of the second half of the run are held against the first.
          --accounts N            how many accounts (default 4)
          --contacts N            how many people in each (default 200)
          --days N                simulated days (default 20; levels are judged from 20 on)
          --minutes N             no day is begun after this many minutes of wall clock (default 60)
          --cycle N               minutes of simulated time between two cycles of an account (default 60)
          --store sqlite|postgres the engine's store (default sqlite)
          --seed N                of everything random (default 1)
          --log FILE              the engine's log as an operator has it, Information and above
        """;

    public int Accounts { get; init; } = 4;

    public int Contacts { get; init; } = 200;

    public int Days { get; init; } = 20;

    public TimeSpan Wall { get; init; } = TimeSpan.FromMinutes(60);

    public TimeSpan Cycle { get; init; } = TimeSpan.FromHours(1);

    public bool IsPostgres { get; init; }

    public int Seed { get; init; } = 1;

    public string? Log { get; init; }

    public static SoakOptions Parse(string[] args)
    {
        var options = new SoakOptions();
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--accounts" => options with { Accounts = Number(args, ++i) },
                "--contacts" => options with { Contacts = Number(args, ++i) },
                "--days" => options with { Days = Number(args, ++i) },
                "--minutes" => options with { Wall = TimeSpan.FromMinutes(Number(args, ++i)) },
                "--cycle" => options with { Cycle = TimeSpan.FromMinutes(Number(args, ++i)) },
                "--seed" => options with { Seed = Number(args, ++i) },
                "--log" => options with { Log = Value(args, ++i) },
                "--store" => options with { IsPostgres = Value(args, ++i) switch { "postgres" => true, "sqlite" => false, var other => throw new FormatException($"There is no store {other}.") } },
                _ => throw new FormatException($"There is no option {args[i]}."),
            };
        }

        return options;
    }

    private static string Value(string[] args, int at) => at < args.Length ? args[at] : throw new FormatException($"{args[at - 1]} needs a value.");

    private static int Number(string[] args, int at) =>
        int.TryParse(Value(args, at).Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new FormatException($"{args[at - 1]} needs a whole number above zero.");
}
