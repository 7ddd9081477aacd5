using System.Globalization;

namespace Dotdigital.Sdk.LoadRun;

/// <summary>What to run.</summary>
internal sealed record LoadOptions
{
    public const string Usage = """
        A first sync, its first import, a quiet cycle and a cycle with 1 % changed, against the emulator in a process of its own.
          --contacts N            how many people (default 10,000)
          --books N               over how many connected address books (default 1)
          --store sqlite|postgres the engine's store (default sqlite)
          --straight              the same data moved by a straight-line program without the engine
        """;

    public int Contacts { get; init; } = 10_000;

    public int Books { get; init; } = 1;

    public bool IsPostgres { get; init; }

    public bool IsStraight { get; init; }

    public static LoadOptions Parse(string[] args)
    {
        var options = new LoadOptions();
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--straight" => options with { IsStraight = true },
                "--contacts" => options with { Contacts = Number(args, ++i) },
                "--books" => options with { Books = Number(args, ++i) },
                "--store" => options with { IsPostgres = IsPostgresStore(Value(args, ++i)) },
                _ => throw new FormatException($"There is no option {args[i]}."),
            };
        }

        return options;
    }

    private static string Value(string[] args, int at) => at < args.Length ? args[at] : throw new FormatException($"{args[at - 1]} needs a value.");

    private static bool IsPostgresStore(string store) => store switch
    {
        "sqlite" => false,
        "postgres" => true,
        _ => throw new FormatException($"There is no store {store}: it is sqlite or postgres."),
    };

    private static int Number(string[] args, int at) =>
        int.TryParse(Value(args, at).Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new FormatException($"{args[at - 1]} needs a whole number above zero.");
}
