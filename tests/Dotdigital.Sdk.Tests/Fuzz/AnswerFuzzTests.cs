using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Tests.Contract;
using Dotdigital.Sdk.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dotdigital.Sdk.Tests.Fuzz;

/// <summary>Whatever is answered, a call ends with a value or with a typed error.</summary>
public sealed class AnswerFuzzTests
{
    private const int Usual = 25;

    public static TheoryData<string> Methods => [.. ClientMethod.All.Select(m => m.Signature)];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task SpoiledAnswer_IsAValueOrATypedError(string signature)
    {
        PublishedApi.Open();
        var method = ClientMethod.All.Single(m => m.Signature == signature);
        var arguments = SampleArguments.For(method.Method).First();
        foreach (var seed in FuzzRuns.Seeds(Usual))
        {
            using var handler = new SpoilingHandler((seed * 1009) + signature.Length);
            await using var services = TestClients.Build(
                new("http://127.0.0.1:1"), o => (o.MaxRetries, o.MaxRateLimitWait) = (0, TimeSpan.Zero), new FakeTimeProvider(FakeTime.Start), handler);
            try
            {
                var result = await method.CallAsync(services.GetRequiredService<IDotdigitalClient>(), arguments);
                (result as IDisposable)?.Dispose();
            }
            catch (DotdigitalException)
            {
                // As it should be.
            }
            catch (Exception e)
            {
                Assert.Fail($"Seed {seed}: {e}");
            }

            Assert.True(handler.Calls <= 3, $"Seed {seed}: {handler.Calls} calls.");
        }
    }
}
