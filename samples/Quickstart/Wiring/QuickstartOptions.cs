using System.Globalization;
using Dotdigital.Sdk.Integration.Accounts;

namespace Quickstart.Wiring;

/// <summary>The command line.</summary>
internal sealed record QuickstartOptions
{
    public const string Usage = """
        dotnet run --project samples/Quickstart -- [options]

          --customers N            how many customers the shop has, from 50; 10,000 unless given
          --database FILE          keep the databases: FILE (the engine's), FILE.shop and FILE.emulator; a run that was
                                   killed goes on when it is started again with the same FILE
          --report FILE            write what was done, called and measured as JSON
          --transport csv|json     how contacts are exported; csv unless given
          --account                connect to a real account and plan the export, instead of playing the story; credentials
                                   come from DOTDIGITAL_USER and DOTDIGITAL_PASSWORD; nothing is changed there without --yes
          --yes                    with --account: create the data fields and the address book, and connect the list
          --verbose                show what the engine logs
        """;

    public int Customers { get; init; } = 10_000;

    public string? Database { get; init; }

    public string? Report { get; init; }

    public ExportTransport Transport { get; init; }

    public bool IsRealAccount { get; init; }

    public bool IsConfirmed { get; init; }

    public bool IsVerbose { get; init; }

    public bool ShowsHelp { get; init; }

    /// <exception cref="FormatException">An option is unknown or has no usable value.</exception>
    public static QuickstartOptions Parse(IReadOnlyList<string> args)
    {
        var options = new QuickstartOptions();
        for (var i = 0; i < args.Count; i++)
        {
            options = args[i] switch
            {
                "--customers" => options with { Customers = Number(Value(args, ref i)) },
                "--database" => options with { Database = Path.GetFullPath(Value(args, ref i)) },
                "--report" => options with { Report = Path.GetFullPath(Value(args, ref i)) },
                "--transport" => options with { Transport = TransportOf(Value(args, ref i)) },
                "--account" => options with { IsRealAccount = true },
                "--yes" => options with { IsConfirmed = true },
                "--verbose" => options with { IsVerbose = true },
                "--help" or "-h" => options with { ShowsHelp = true },
                var unknown => throw new FormatException($"There is no option {unknown}."),
            };
        }

        return options;
    }

    private static string Value(IReadOnlyList<string> args, ref int i) =>
        ++i < args.Count ? args[i] : throw new FormatException($"{args[i - 1]} needs a value.");

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 50 and <= 10_000_000
            ? number
            : throw new FormatException("--customers needs a number from 50 to 10000000.");

    private static ExportTransport TransportOf(string text) => text switch
    {
        "csv" => ExportTransport.Csv,
        "json" => ExportTransport.Json,
        _ => throw new FormatException("--transport is csv or json."),
    };
}
