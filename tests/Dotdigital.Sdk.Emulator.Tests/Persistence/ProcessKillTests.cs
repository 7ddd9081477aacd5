using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Dotdigital.Sdk.Emulator.Tests.Persistence;

/// <summary>The emulator run alone, killed in the middle of its work, and started again on the same file.</summary>
public sealed class ProcessKillTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"emulator-{Guid.NewGuid():N}.state");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Kill_LosesNothingThatWasAnswered()
    {
        var (first, http) = await StartAsync();
        using var write = http;
        var answered = new List<string>();
        var writing = WriteUntilItDiesAsync(write, answered);
        while (Volatile.Read(ref _written) < 50)
        {
            await Task.Yield();
        }

        first.Kill();
        await writing;
        await first.WaitForExitAsync(Cancel);
        first.Dispose();

        var (second, reader) = await StartAsync();
        using var read = reader;
        var contacts = JsonDocument.Parse(await read.GetStringAsync("/v2/contacts", Cancel)).RootElement.Each("email");
        Assert.True(answered.Count >= 50);
        Assert.Empty(answered.Except(contacts));
        Assert.InRange(contacts.Length - answered.Count, 0, 1);
        second.Kill();
        await second.WaitForExitAsync(Cancel);
        second.Dispose();
    }

    [Fact]
    public async Task CommandLine_WithAnUnknownOption_ExplainsItself()
    {
        using var process = Start("--nonsense", "1");
        var error = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        Assert.Equal(2, process.ExitCode);
        Assert.Contains("--state FILE", error);
    }

    private int _written;

    private async Task WriteUntilItDiesAsync(HttpClient http, List<string> answered)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                using var content = new StringContent($$"""{"email":"u{{i}}@example.com"}""", Encoding.UTF8, "application/json");
                using var response = await http.PostAsync("/v2/contacts", content, Cancel);
                Assert.Equal(HttpStatusCode.Created, response.StatusCode);
                answered.Add($"u{i}@example.com");
                Interlocked.Increment(ref _written);
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(DotdigitalEmulator).Assembly.Location, .. args]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }

    private async Task<(Process Process, HttpClient Http)> StartAsync()
    {
        var process = Start("--urls", "http://127.0.0.1:0", "--state", _file, "--accounts", "shop:shop@apiconnector.com:secret");
        var line = await process.StandardOutput.ReadLineAsync(Cancel);
        Assert.StartsWith("Listening on ", line, StringComparison.Ordinal);
        var http = new HttpClient { BaseAddress = new Uri(line!["Listening on ".Length..]) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("shop@apiconnector.com:secret"u8));
        return (process, http);
    }
}
