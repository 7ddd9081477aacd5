using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore;
using Dotdigital.Sdk.Integration.SingleSignOn;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Tests.Accounts;

/// <summary>One node of a host on a bench's store and emulator; several may run at once. What it logs is kept.</summary>
internal sealed class AccountNode : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private AccountNode(ServiceProvider services, LogLines log) => (_services, Log) = (services, log);

    public LogLines Log { get; }

    public IAccountService Accounts => Get<IAccountService>();

    public ISingleSignOnService SignIn => Get<ISingleSignOnService>();

    public ISyncStore Store => Get<ISyncStore>();

    /// <summary>Starts a node. The key ring is in a folder; null: nothing encrypts.</summary>
    public static AccountNode Start(SyncBench bench, DirectoryInfo? keys, Action<DotdigitalIntegrationOptions>? configure = null, Action<DotdigitalIntegrationBuilder>? extend = null)
    {
        var log = new LogLines();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(bench.Emulator.Clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        var builder = services.AddDotdigitalIntegration(options =>
        {
            options.Client.AllowLoopback = true;
            options.Client.MaxRetries = 0;
            options.Client.RegionDiscoveryEndpoint = bench.Emulator.BaseAddress;
            configure?.Invoke(options);
        });
        bench.AddStoreTo(services);
        if (keys is not null)
        {
            builder.UseDataProtection(ring => ring.SetApplicationName("tests").PersistKeysToFileSystem(keys));
        }

        extend?.Invoke(builder);
        return new AccountNode(services.BuildServiceProvider(), log);
    }

    public static AccountSettings SettingsOf(SyncBench bench) => new()
    {
        UserName = bench.Remote.UserName,
        Password = bench.Remote.Password,
        Endpoint = bench.Emulator.BaseAddress,
        SingleSignOn = new() { ClientId = bench.Remote.SignInClientId, ClientSecret = bench.Remote.SignInClientSecret },
    };

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
