using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Soak.Emulation;

/// <summary>The emulator in a process of its own, so that what is measured of this one is the engine's; driven by its control API.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    public const string Password = "emulator";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private readonly Process _process;
    private readonly HttpClient _http;

    private EmulatorProcess(Process process, Uri address) => (_process, Address, _http) = (process, address, new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) });

    public Uri Address { get; }

    /// <summary>Its resident memory, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static string UserOf(string account) => $"apiuser-{account}@apiconnector.com";

    public static async Task<EmulatorProcess> StartAsync(IEnumerable<string> accounts, DateTimeOffset start)
    {
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments =
        [
            typeof(Dotdigital.Sdk.Emulator.DotdigitalEmulator).Assembly.Location, "--urls", "http://127.0.0.1:0", "--clock-speed", "0", "--start", start.ToString("O", CultureInfo.InvariantCulture),
            "--import-delay", "00:10:00", "--accounts", string.Join(',', accounts.Select(static account => $"{account}:{UserOf(account)}:{Password}")),
        ];
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        var process = Process.Start(info)!;
        const string listening = "Listening on ";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(listening, StringComparison.Ordinal))
            {
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new EmulatorProcess(process, new Uri(line[listening.Length..]));
            }
        }

        throw new InvalidOperationException("The emulator ended at its start.");
    }

    /// <summary>Moves its clock.</summary>
    public Task AdvanceAsync(TimeSpan by) => PostAsync("clock", new { advance = by });

    /// <summary>Has something go wrong.</summary>
    public Task AddFaultAsync(object fault) => PostAsync("faults", fault);

    /// <summary>Has nothing more go wrong.</summary>
    public async Task ClearFaultsAsync()
    {
        using var answer = await _http.DeleteAsync(new Uri("_control/faults", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>How many faults wait for a request to hit.</summary>
    public async Task<int> CountFaultsAsync() => (await _http.GetFromJsonAsync<JsonElement>(new Uri("_control/faults", UriKind.Relative))).GetArrayLength();

    /// <summary>Runs a command on an account.</summary>
    public async Task<T> RunAsync<T>(string account, string command, object args)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri($"_control/accounts/{account}/{command}", UriKind.Relative), args, Json);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<T>(Json))!;
    }

    /// <summary>Runs a command that may not fit what is there, as when it is about a person who has not arrived.</summary>
    /// <returns>Whether it did.</returns>
    public async Task<bool> TryAsync(string account, string command, object args)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri($"_control/accounts/{account}/{command}", UriKind.Relative), args, Json);
        if (answer.StatusCode == HttpStatusCode.BadRequest)
        {
            return false;
        }

        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<bool>(Json);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task PostAsync(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri($"_control/{path}", UriKind.Relative), body, Json);
        answer.EnsureSuccessStatusCode();
    }
}
