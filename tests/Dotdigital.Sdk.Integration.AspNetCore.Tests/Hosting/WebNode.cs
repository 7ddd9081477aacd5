using Dotdigital.Sdk.Integration.EntityFrameworkCore;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Accounts;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Hosting;

/// <summary>One node of a web host on Kestrel, at a loopback port of its own. What the SDK logs is kept.</summary>
internal sealed class WebNode : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebNode(WebApplication app, LogLines log, KillSwitch kills) => (_app, Log, Kills, Address) = (app, log, kills, new Uri(app.Urls.Single()));

    public Uri Address { get; }

    public LogLines Log { get; }

    /// <summary>Kills the node, or has its store fail, at a commit.</summary>
    public KillSwitch Kills { get; }

    public ISyncStore Store => Get<ISyncStore>();

    public static async Task<WebNode> StartAsync(
        WebBench bench, StoreUnderTest store, Action<WebApplication> map, Action<DotdigitalIntegrationBuilder>? extend, Action<DotdigitalIntegrationOptions>? configure, Action<WebApplicationBuilder>? host)
    {
        var (log, kills) = (new LogLines(), new KillSwitch { CountsAll = true });
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace).AddFilter("Microsoft", LogLevel.Critical);
        builder.Services.AddSingleton<TimeProvider>(bench.Emulator.Clock);
        var integration = builder.Services.AddDotdigitalIntegration(options =>
        {
            options.Client.AllowLoopback = true;
            options.Client.MaxRetries = 0;
            options.Client.RegionDiscoveryEndpoint = bench.Emulator.BaseAddress;
            options.Accounts["main"] = bench.Settings();
            configure?.Invoke(options);
        }).UseInMemorySecretProtector();
        store.AddTo(builder.Services);
        var plain = builder.Services.Last(static service => service.ServiceType == typeof(ISyncStore));
        builder.Services.Remove(plain);
        builder.Services.AddSingleton<ISyncStore>(provider => new KillableStore((ISyncStore)plain.ImplementationFactory!(provider), kills));
        extend?.Invoke(integration);
        host?.Invoke(builder);
        var app = builder.Build();
        map(app);
        await app.Services.MigrateDotdigitalAsync(WebBench.Cancel);
        await app.StartAsync(WebBench.Cancel);
        return new WebNode(app, log, kills);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async Task<T> ReadAsync<T>(Func<IUnitOfWork, Task<T>> read)
    {
        await using var unit = await Store.BeginAsync(WebBench.Main, WebBench.Cancel);
        return await read(unit);
    }

    public async Task<long> WaitingAsync() => (await ReadAsync(static unit => unit.Outbox.CountAsync(WebBench.Cancel))).Waiting;

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
