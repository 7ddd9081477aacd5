using Dotdigital.Sdk.Emulator;
using Dotdigital.Sdk.Emulator.Control;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Hosting;

/// <summary>An emulated account and a store that web nodes share; time stands still unless a test moves it.</summary>
internal sealed class WebBench : IAsyncDisposable
{
    public const string Secret = "a-secret-of-the-first-registration";
    public const string OtherSecret = "a-secret-that-replaces-the-first-one";

    private readonly StoreUnderTest _store;

    private WebBench(DotdigitalEmulator emulator, StoreUnderTest store) => (Emulator, _store) = (emulator, store);

    public static AccountId Main { get; } = new("main");

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public DotdigitalEmulator Emulator { get; }

    public EmulatedAccount Remote => Emulator.Account("main");

    public DateTimeOffset Now => Emulator.Clock.GetUtcNow();

    public static async Task<WebBench> StartAsync() => new(
        await DotdigitalEmulator.StartAsync(new EmulatorOptions { ClockSpeed = 0, Start = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero) }, Cancel),
        await StoreUnderTest.CreateAsync());

    /// <summary>Starts a node of the host.</summary>
    public Task<WebNode> NodeAsync(
        Action<WebApplication> map, Action<DotdigitalIntegrationBuilder>? extend = null, Action<DotdigitalIntegrationOptions>? configure = null, Action<WebApplicationBuilder>? host = null) =>
        WebNode.StartAsync(this, _store, map, extend, configure, host);

    /// <summary>The account as every node has it.</summary>
    public AccountSettings Settings() => new()
    {
        UserName = Remote.UserName,
        Password = Remote.Password,
        Endpoint = Emulator.BaseAddress,
        SingleSignOn = new() { ClientId = Remote.SignInClientId, ClientSecret = Remote.SignInClientSecret },
        WebhookSecrets = { Secret },
    };

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        await _store.DisposeAsync();
    }
}
