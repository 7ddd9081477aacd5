using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Accounts;

/// <summary>"Check connection" says what failed and what to do (rule AC-1), and no failure shows a secret.</summary>
public sealed class AccountCheckTests
{
    private const string Secret = "correct-horse-battery";

    [Fact]
    public async Task AC1_Check_OfAGoodAccount_TellsItsEndpoint()
    {
        await using var bench = await SyncBench.StartAsync(new Shop());

        var check = await CheckAsync(bench);

        Assert.True(check.IsConnected, check.Problem);
        Assert.Equal(bench.Emulator.BaseAddress.Authority, check.Endpoint!.Authority);
        Assert.Null(check.Problem);
    }

    [Fact]
    public async Task AC1_Check_WithAWrongPassword_NamesTheKeysToLookAt()
    {
        await using var bench = await SyncBench.StartAsync(new Shop(), static options => options.Accounts["main"].Password = Secret);

        var check = await CheckAsync(bench);

        Assert.False(check.IsConnected);
        Assert.Contains("Dotdigital:Accounts:main:UserName", check.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, check.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AC1_Cycle_WithAWrongPassword_ThrowsAuthenticationAndKeepsTheSecret()
    {
        await using var bench = await SyncBench.StartAsync(new Shop(), static options => options.Accounts["main"].Password = Secret);

        var refused = await Assert.ThrowsAsync<DotdigitalAuthenticationException>(() => bench.CycleAsync());

        Assert.Contains("main", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
        Assert.NotNull(await bench.Store.Locks.TryAcquireAsync(SyncBench.Id, "next", TimeSpan.FromSeconds(5), SyncBench.Cancel));
    }

    [Theory]
    [InlineData("https://api.example.com/")]
    [InlineData("http://r1-api.dotdigital.com/")]
    [InlineData("https://r1-api.dotdigital.com.evil.example/")]
    public async Task AC1_Check_OfAHostThatIsNotDotdigitals_RefusesToSendCredentials(string endpoint)
    {
        await using var bench = await SyncBench.StartAsync(new Shop(), options => options.Accounts["main"].Endpoint = new Uri(endpoint));

        var check = await CheckAsync(bench);

        Assert.False(check.IsConnected);
        Assert.Contains(new Uri(endpoint).Host, check.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AC1_Check_OfAHostThatDoesNotAnswer_SaysSo()
    {
        await using var bench = await SyncBench.StartAsync(new Shop(), static options => options.Accounts["main"].Endpoint = new Uri("http://127.0.0.1:1/"));

        var check = await CheckAsync(bench);

        Assert.False(check.IsConnected);
        Assert.Contains("got no answer", check.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AC1_Endpoint_LeftOut_IsFoundFromAccountInfo()
    {
        await using var bench = await SyncBench.StartAsync(new Shop());
        await using var other = await SyncBench.StartAsync(new Shop(), options =>
        {
            options.Client.RegionDiscoveryEndpoint = bench.Emulator.BaseAddress;
            options.Accounts["main"].Endpoint = null;
        });

        var check = await CheckAsync(other);

        Assert.True(check.IsConnected, check.Problem);
        Assert.Equal(bench.Emulator.BaseAddress.Authority, check.Endpoint!.Authority);
    }

    [Fact]
    public async Task Check_OfAnUnknownAccount_SaysWhereToAddIt()
    {
        await using var bench = await SyncBench.StartAsync(new Shop());

        var unknown = await Assert.ThrowsAsync<UnknownAccountException>(() => bench.Services.GetRequiredService<IAccountChecker>().CheckAsync(new AccountId("other"), SyncBench.Cancel));

        Assert.Contains("Dotdigital:Accounts:other", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_WithSeveralMistakes_AreAllToldAtOnce()
    {
        using var services = new ServiceCollection()
            .AddDotdigitalIntegration(static options =>
            {
                options.MaxBatchRows = 0;
                options.CycleInterval = TimeSpan.Zero;
                options.Transport = (ExportTransport)7;
                options.Accounts["main"] = new AccountSettings { UserName = "apiuser-1@apiconnector.com" };
            })
            .Services.BuildServiceProvider();

        var mistakes = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<DotdigitalIntegrationOptions>>().Value);

        Assert.Equal(4, mistakes.Failures.Count());
        Assert.Contains(mistakes.Failures, static failure => failure.Contains("Dotdigital:Accounts:main:Password", StringComparison.Ordinal));
    }

    [Fact]
    public void Orchestrators_WithoutAStore_SayWhichCallIsMissing()
    {
        using var services = new ServiceCollection().AddDotdigitalIntegration().Services.BuildServiceProvider();

        var missing = Assert.ThrowsAny<Exception>(() => services.GetRequiredService<ISyncOrchestrator>());

        Assert.Contains("UseSqliteStore", missing.Message, StringComparison.Ordinal);
    }

    private static Task<AccountCheck> CheckAsync(SyncBench bench) =>
        bench.Services.GetRequiredService<IAccountChecker>().CheckAsync(SyncBench.Id, SyncBench.Cancel);
}
