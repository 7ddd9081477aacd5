using Dotdigital.Sdk.Integration;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite;
using Dotdigital.Sdk.Soak.Clock;
using Dotdigital.Sdk.Soak.Emulation;
using Dotdigital.Sdk.Soak.Measures;
using Dotdigital.Sdk.Soak.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Soak.Engine;

/// <summary>A host with the engine as it is registered in production, its own scheduler included, on the driven clock. It can be ended and built again from the store.</summary>
internal sealed class EngineHost(SoakOptions options, string connectionString, EmulatorProcess emulator, SoakClock clock, SoakLog log, IReadOnlyList<Population> accounts) : IAsyncDisposable
{
    /// <summary>What is limited, not waited for: see <see cref="SoakClock"/>. The lease's third is no whole second, so that no wait is taken for it.</summary>
    public static readonly IReadOnlyCollection<TimeSpan> Limits = [AttemptTimeout, HandlerTimeout, Lease / 3, TimeSpan.FromSeconds(5)];

    /// <summary>Time comes in steps of minutes here, and one of them is no reason to stop a read.</summary>
    private static readonly TimeSpan LongReadSlice = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan Retention = TimeSpan.FromDays(7);
    private IHost? _host;

    private static TimeSpan AttemptTimeout => TimeSpan.FromSeconds(121);

    private static TimeSpan HandlerTimeout => TimeSpan.FromSeconds(31);

    private static TimeSpan Lease => TimeSpan.FromMilliseconds(30_003);

    public IServiceProvider Services => _host!.Services;

    /// <summary>How long what is over is kept, in days: the least there is, so that it is reached early in a run.</summary>
    public static int RetentionDays => Retention.Days;

    /// <summary>Throws when the host has stopped by itself.</summary>
    public void ThrowIfStopped()
    {
        if (_host!.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested)
        {
            throw new InvalidOperationException("The host stopped by itself.");
        }
    }

    public async Task StartAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        builder.Services.AddSingleton<TimeProvider>(clock);
        var integration = builder.Services.AddDotdigitalIntegration(Configure);
        foreach (var people in accounts)
        {
            integration.AddMarketingList(PeopleList.Declare(people));
        }

        integration.AddMarketingActivityHandler<ActivityTally>();
        _ = options.IsPostgres ? integration.UsePostgreSqlStore(connectionString) : integration.UseSqliteStore(connectionString);
        integration.AddScheduler();
        _host = builder.Build();
        await _host.Services.MigrateDotdigitalAsync(CancellationToken.None);
        await _host.StartAsync();
    }

    /// <summary>Ends the process as a deployment does, whatever is under way, and begins another.</summary>
    public async Task RestartAsync()
    {
        await DisposeAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.StopAsync();
            await ((IAsyncDisposable)_host).DisposeAsync();
            _host = null;
        }
    }

    private void Configure(DotdigitalIntegrationOptions integration)
    {
        integration.Client.AllowLoopback = true;
        integration.Client.AttemptTimeout = AttemptTimeout;
        integration.CycleInterval = options.Cycle;
        integration.HandlerTimeout = HandlerTimeout;
        integration.LeaseDuration = Lease;
        integration.LongReadSlice = LongReadSlice;
        integration.Retention = Retention;
        foreach (var people in accounts)
        {
            integration.Accounts[people.Account] = new AccountSettings { UserName = EmulatorProcess.UserOf(people.Account), Password = EmulatorProcess.Password, Endpoint = emulator.Address };
        }
    }
}
