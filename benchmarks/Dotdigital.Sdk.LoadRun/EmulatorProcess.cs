using System.Diagnostics;
using Dotdigital.Sdk.DataFields;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.LoadRun;

/// <summary>The emulator in a process of its own, so that what is measured of this one is the engine's.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    public const string UserName = "apiuser-load@apiconnector.com";
    public const string Password = "emulator";
    private readonly Process _process;

    private EmulatorProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<EmulatorProcess> StartAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments =
        [
            typeof(Dotdigital.Sdk.Emulator.DotdigitalEmulator).Assembly.Location, "--urls", "http://127.0.0.1:0", "--accounts", $"main:{UserName}:{Password}",
            "--import-delay", "00:00:00", "--rate-low", "1000000", "--rate-medium", "1000000", "--rate-high", "1000000",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        const string listening = "Listening on ";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(listening, StringComparison.Ordinal))
            {
                var emulator = new EmulatorProcess(process, new Uri(line[listening.Length..]));
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                await emulator.CreateDataFieldsAsync();
                return emulator;
            }
        }

        throw new InvalidOperationException("The emulator ended at its start.");
    }

    /// <summary>Lets minutes pass for Dotdigital: reads overlap by five, in which everything that was just sent would be read again.</summary>
    public async Task WaitAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var content = new StringContent("""{"advance":"00:10:00"}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("/_control/clock", UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task CreateDataFieldsAsync()
    {
        var services = new ServiceCollection();
        services.AddDotdigitalClient(o => (o.UserName, o.Password, o.Endpoint, o.AllowLoopback) = (UserName, Password, Address, true));
        await using var provider = services.BuildServiceProvider();
        var fields = provider.GetRequiredService<IDotdigitalClient>().DataFields;
        (string Name, DataFieldType Type)[] wanted = [("TOWN", DataFieldType.String), ("POINTS", DataFieldType.Numeric), ("VIP", DataFieldType.Boolean), ("LASTORDER", DataFieldType.Date)];
        foreach (var (name, type) in wanted)
        {
            await fields.CreateAsync(new() { Name = name, Type = type, Visibility = DataFieldVisibility.Private });
        }
    }
}
