using System.Diagnostics;
using Npgsql;

namespace Dotdigital.Sdk.PostgreSqlServer;

/// <summary>A PostgreSQL server in a folder of its own. It keeps nothing safe (no fsync), and listens on a socket in the folder only.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    // Runs the server until the end of its input, and kills or starts it when told to. Its processes die together: none holds on to the shared memory.
    private const string Script =
        """
        dir="$1"; shift
        "$@" >>"$dir/log" 2>&1 & pid=$!
        while read -r order; do
          case "$order" in
            kill) kill -KILL $pid $(cat /proc/$pid/task/$pid/children 2>/dev/null); { wait $pid; } 2>/dev/null; echo killed;;
            start) "$@" >>"$dir/log" 2>&1 & pid=$!;;
          esac
        done
        kill -QUIT $pid; wait $pid; rm -rf "$dir"
        """;

    // The server refuses to run as root, so root runs it as another user.
    private static readonly string[] Users = ["postgres", "nobody"];

    private readonly DirectoryInfo _folder;
    private readonly Process _shell;

    private ServerProcess(DirectoryInfo folder, Process shell) => (_folder, _shell) = (folder, shell);

    /// <summary>Connects to its first database, as its owner.</summary>
    public string ConnectionString => ConnectionStringOf(_folder);

    /// <summary>Starts one.</summary>
    /// <param name="binaries">The folder of <c>initdb</c> and <c>postgres</c>.</param>
    /// <param name="survivesKills">Whether what is committed outlives a kill of the server (not of the machine).</param>
    public static async Task<ServerProcess> StartAsync(string binaries, bool survivesKills = false)
    {
        // A short path: that of a socket may have some hundred bytes at most.
        var folder = Directory.CreateTempSubdirectory("ddpg-");
        var user = Environment.IsPrivilegedProcess ? Array.Find(Users, static name => File.ReadLines("/etc/passwd").Any(line => line.StartsWith(name + ":", StringComparison.Ordinal))) : null;
        if (user is not null)
        {
            await RunAsync("chown", [user, folder.FullName]);
        }

        // Another collation than "C" by default, where the binaries can, so that ordering by bytes is the store's own doing.
        string[] plain = ["-D", folder.FullName + "/data", "-U", "dotdigital", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"];
        var initdb = Path.Combine(binaries, "initdb");
        if (await TryRunAsync(As(user, [initdb, .. plain, "--locale-provider=icu", "--icu-locale=en-US"])) is not null)
        {
            await RunAsync("rm", ["-rf", folder.FullName + "/data"]);
            var (program, arguments) = As(user, [initdb, .. plain]);
            await RunAsync(program, arguments);
        }

        var (server, options) = As(user,
        [
            "sh", "-c", Script, "sh", folder.FullName,
            Path.Combine(binaries, "postgres"), "-D", folder.FullName + "/data", "-k", folder.FullName, "-c", "listen_addresses=",
            "-c", "fsync=off", "-c", "synchronous_commit=" + (survivesKills ? "on" : "off"), "-c", "full_page_writes=off", "-c", "max_connections=300", "-c", "shared_buffers=128MB", "-c", "max_wal_size=2GB",
        ]);
        var process = new ServerProcess(folder, Process.Start(new ProcessStartInfo(server, options) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!);
        try
        {
            await process.WaitUntilReadyAsync();
            return process;
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills the server with all its processes, as the system does that runs out of memory.</summary>
    public async Task KillAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await _shell.StandardInput.WriteLineAsync("kill".AsMemory(), limit.Token);
        await _shell.StandardInput.FlushAsync(limit.Token);
        await _shell.StandardOutput.ReadLineAsync(limit.Token);
    }

    /// <summary>Starts a killed server again, on what is in its folder.</summary>
    public async Task RestartAsync()
    {
        await _shell.StandardInput.WriteLineAsync("start");
        await _shell.StandardInput.FlushAsync();
        await WaitUntilReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // The end of its input tells the shell to end the server.
        _shell.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await _shell.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _shell.Kill(entireProcessTree: true);
        }

        _shell.Dispose();
        await RunAsync("rm", ["-rf", _folder.FullName]);
    }

    private static string ConnectionStringOf(DirectoryInfo folder) =>
        new NpgsqlConnectionStringBuilder { Host = folder.FullName, Username = "dotdigital", Database = "postgres", Timeout = 60, MaxPoolSize = 8 }.ConnectionString;

    private static (string Program, string[] Arguments) As(string? user, string[] command) =>
        user is null ? (command[0], command[1..]) : ("setpriv", ["--reuid=" + user, "--regid=" + user, "--clear-groups", "--", .. command]);

    private static async Task RunAsync(string program, string[] arguments)
    {
        if (await TryRunAsync((program, arguments)) is { } error)
        {
            throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' failed: {error}");
        }
    }

    /// <summary>Runs a program to its end; gives what it wrote when it failed, else null.</summary>
    private static async Task<string?> TryRunAsync((string Program, string[] Arguments) command)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var process = Process.Start(new ProcessStartInfo(command.Program, command.Arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = await process.StandardError.ReadToEndAsync(limit.Token);
        await output;
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode == 0 ? null : $"{await output} {error}";
    }

    private async Task WaitUntilReadyAsync()
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=False");
                await connection.OpenAsync();
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or IOException)
            {
                if (_shell.HasExited || waiting.Elapsed > Limit)
                {
                    throw new InvalidOperationException($"The server did not start: {await File.ReadAllTextAsync(_folder.FullName + "/log")}", exception);
                }
            }

            await Task.Delay(50);
        }
    }
}
