using Dotdigital.Sdk.Emulator.Clock;
using Dotdigital.Sdk.Emulator.Control;
using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Emulator.Http;
using Dotdigital.Sdk.Emulator.SingleSignOn;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Dotdigital.Sdk.Emulator;

/// <summary>
/// A stateful stand-in for the Dotdigital API on a real socket, for tests and samples. Dispose it to stop it; with a
/// <see cref="EmulatorOptions.StateFile"/> the next one goes on where this one stopped, however it stopped.
/// </summary>
public sealed class DotdigitalEmulator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly EmulatorHost _host;
    private readonly Dictionary<string, EmulatedAccount> _accounts;

    private DotdigitalEmulator(WebApplication app, EmulatorHost host)
    {
        _app = app;
        _host = host;
        _accounts = host.Accounts.Values.ToDictionary(a => a.Options.Name, a => new EmulatedAccount(host, a), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress => _host.BaseAddress;

    /// <summary>Its clock.</summary>
    public EmulatorClock Clock => _host.Clock;

    /// <summary>What goes wrong.</summary>
    public FaultList Faults => _host.Faults;

    /// <summary>How the JSON of the answers is distorted; may be changed at any time.</summary>
    public ChaosJson Chaos
    {
        get => _host.Chaos;
        set => _host.Chaos = value;
    }

    /// <summary>All accounts.</summary>
    public IReadOnlyCollection<EmulatedAccount> Accounts => _accounts.Values;

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">What to emulate; by default one account <c>main</c> on a free loopback port.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The running emulator.</returns>
    /// <exception cref="IOException">The address is taken, or another emulator uses the state file.</exception>
    public static Task<DotdigitalEmulator> StartAsync(EmulatorOptions? options = null, CancellationToken cancellationToken = default) =>
        StartAsync(options ?? new EmulatorOptions(), ownsProcess: false, cancellationToken);

    /// <summary>Starts an emulator; only one that is the process itself listens to the process's signals, which are the host's otherwise.</summary>
    internal static async Task<DotdigitalEmulator> StartAsync(EmulatorOptions options, bool ownsProcess, CancellationToken cancellationToken)
    {
        var host = new EmulatorHost(options) { Chaos = options.Chaos };
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(DotdigitalEmulator).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        if (!ownsProcess)
        {
            builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        }

        builder.WebHost.UseUrls(options.Url);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 256L * 1024 * 1024;
            kestrel.Limits.MinRequestBodyDataRate = null;
        });
        var app = builder.Build();
        app.Run(new RequestPipeline(host, new ControlHttp(host), new SignInPages(host)).HandleAsync);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            host.Dispose();
            throw;
        }

        host.BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return new DotdigitalEmulator(app, host);
    }

    /// <summary>An account's control API.</summary>
    /// <param name="name">The account's name.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public EmulatedAccount Account(string name) => _accounts[_host.Account(name).Options.Name];

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(now.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        _host.Dispose();
    }

    internal Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _app.WaitForShutdownAsync(cancellationToken);
}
