using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Browser;

/// <summary>The sample host, started as somebody would who has just cloned it; ended with the test.</summary>
internal sealed partial class WebHostProcess : IAsyncDisposable
{
    private readonly Process _process;

    private WebHostProcess(Process process, Uri dashboard) => (_process, Dashboard) = (process, dashboard);

    /// <summary>The address that it printed.</summary>
    public Uri Dashboard { get; }

    public static async Task<WebHostProcess> StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "WebHost.dll"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = AppContext.BaseDirectory,
        };
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var lines = new ConcurrentQueue<string>();
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The sample ended: {string.Join(Environment.NewLine, lines)}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            return new WebHostProcess(process, await address.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken));
        }
        catch
        {
            await EndAsync(process);
            throw;
        }

        void Take(string? line)
        {
            lines.Enqueue(line ?? string.Empty);
            if (line is not null && Address().Match(line) is { Success: true } found)
            {
                address.TrySetResult(new Uri(found.Groups["address"].Value));
            }
        }
    }

    public async ValueTask DisposeAsync() => await EndAsync(_process);

    private static async Task EndAsync(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill();
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            await process.WaitForExitAsync(limit.Token);
        }

        process.Dispose();
    }

    [GeneratedRegex(@"Open (?<address>http://\S+) and", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
