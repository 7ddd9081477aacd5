using Dotdigital.Sdk.Emulator;
using Dotdigital.Sdk.Emulator.Control;
using Dotdigital.Sdk.Emulator.Faults;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Tests.Docs;

// snippet: fixture
public sealed class DotdigitalFixture : IAsyncLifetime
{
    private DotdigitalEmulator? emulator;
    private ServiceProvider? services;

    public EmulatedAccount Account => emulator!.Account("main");

    public FaultList Faults => emulator!.Faults;

    public IDotdigitalClient Client => services!.GetRequiredService<IDotdigitalClient>();

    public async ValueTask InitializeAsync()
    {
        emulator = await DotdigitalEmulator.StartAsync();
        services = new ServiceCollection()
            .AddDotdigitalClient(options =>
            {
                options.Endpoint = emulator.BaseAddress;
                options.UserName = Account.UserName;
                options.Password = Account.Password;
                options.AllowLoopback = true;
            })
            .Services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await services!.DisposeAsync();
        await emulator!.DisposeAsync();
    }
}

// end
