namespace Dotdigital.Sdk.Emulator;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        EmulatorOptions options;
        try
        {
            options = CommandLine.Parse(args);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            await Console.Error.WriteLineAsync($"{e.Message}{Environment.NewLine}{CommandLine.Usage}").ConfigureAwait(false);
            return 2;
        }

        var emulator = await DotdigitalEmulator.StartAsync(options, ownsProcess: true, CancellationToken.None).ConfigureAwait(false);
        await using (emulator.ConfigureAwait(false))
        {
            Console.WriteLine($"Listening on {emulator.BaseAddress}");
            foreach (var account in emulator.Accounts)
            {
                Console.WriteLine($"Account {account.Name}: {account.UserName}");
            }

            await emulator.WaitForShutdownAsync().ConfigureAwait(false);
        }

        return 0;
    }
}
