using System.Globalization;
using Dotdigital.Sdk.Emulator.Accounts;

namespace Dotdigital.Sdk.Emulator;

/// <summary>The options of the emulator run alone. <see cref="Usage"/> lists them.</summary>
internal static class CommandLine
{
    public const string Usage = """
        Dotdigital emulator. Options:
          --urls URL                where to listen (default http://127.0.0.1:5080)
          --state FILE              keep all state in this file
          --accounts LIST           name[:user[:password]], separated by commas (default: main)
          --clock-speed FACTOR      1 is real time, 0 stands still until POST /_control/clock
          --start INSTANT           where the clock starts, ISO 8601
          --import-delay TIME       how long the watchdog takes, hh:mm:ss
          --rate-low N --rate-medium N --rate-high N   calls a minute
          --flush-to-disk           survive a power cut, too
        The control API is served under /_control; GET /_control/commands lists its commands.
        """;

    public static EmulatorOptions Parse(string[] args)
    {
        var options = new EmulatorOptions { Url = "http://127.0.0.1:5080" };
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--flush-to-disk")
            {
                options.FlushToDisk = true;
                continue;
            }

            var value = i + 1 < args.Length ? args[i + 1] : throw new ArgumentException($"{args[i]} needs a value.", nameof(args));
            Set(options, args[i++], value);
        }

        return options;
    }

    private static void Set(EmulatorOptions options, string name, string value)
    {
        switch (name)
        {
            case "--urls":
                options.Url = value;
                break;
            case "--state":
                options.StateFile = value;
                break;
            case "--accounts":
                foreach (var account in value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    options.Accounts.Add(Account(account.Split(':')));
                }

                break;
            case "--clock-speed":
                options.ClockSpeed = double.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "--start":
                options.Start = DateTimeOffset.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
                break;
            case "--import-delay":
                options.Behaviour = new EmulatorBehaviour { ImportDelay = TimeSpan.Parse(value, CultureInfo.InvariantCulture) };
                break;
            case "--rate-low":
                options.RateLimits.Low = int.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "--rate-medium":
                options.RateLimits.Medium = int.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "--rate-high":
                options.RateLimits.High = int.Parse(value, CultureInfo.InvariantCulture);
                break;
            default:
                throw new ArgumentException($"There is no option {name}.", nameof(name));
        }
    }

    private static EmulatorAccountOptions Account(string[] parts) => new()
    {
        Name = parts[0],
        UserName = parts.Length > 1 ? parts[1] : null,
        Password = parts.Length > 2 ? parts[2] : "emulator",
    };
}
