using System.Runtime.InteropServices;
using Quickstart.Report;
using Quickstart.Story;
using Quickstart.Wiring;
using Spectre.Console;

QuickstartOptions options;
try
{
    options = QuickstartOptions.Parse(args);
}
catch (FormatException mistake)
{
    Console.Error.WriteLine(mistake.Message);
    Console.Error.WriteLine(QuickstartOptions.Usage);
    return 1;
}

if (options.ShowsHelp)
{
    Console.WriteLine(QuickstartOptions.Usage);
    return 0;
}

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopping.Cancel();
};
using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    stopping.Cancel();
});
var isTerminal = AnsiConsole.Profile.Out.IsTerminal && !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;
IStage stage = isTerminal ? new TerminalStage() : new PlainStage();
try
{
    return options.IsRealAccount
        ? await RealAccount.RunAsync(options, stage, stopping.Token)
        : await Performance.RunAsync(options, stage, stopping.Token);
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    Console.WriteLine("in sync: not known, the story was stopped");
    return 1;
}
catch (Exception failed)
{
    await Console.Error.WriteLineAsync(options.IsVerbose ? failed.ToString() : failed.Message);
    if (!options.IsRealAccount)
    {
        Console.WriteLine($"in sync: not known, the story ended early: {failed.Message}");
    }

    return 1;
}
