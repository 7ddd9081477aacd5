using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Tests.Contract;

/// <summary>Every method of the client against every published operation, in both directions.</summary>
public sealed class EveryOperationTests
{
    private const int Published = 243;

    public static TheoryData<string> Methods => [.. ClientMethod.All.Select(m => m.Signature)];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Request_IsAsPublished(string signature)
    {
        PublishedApi.Open();
        var method = ClientMethod.All.Single(m => m.Signature == signature);
        var calls = await CallAllAsync(method, AnswerKind.Full);

        Assert.True(calls.Count > 0 || ContractExceptions.NoOperation.ContainsKey(method.Name), "It asks for nothing.");
        Assert.Empty(calls.SelectMany(c => RequestCheck.Check(c).Select(problem => $"{c.Operation}: {problem}")).Distinct());
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Answer_IsReadWhole_AndWrittenAgainTheSame(string signature)
    {
        PublishedApi.Open();
        var method = ClientMethod.All.Single(m => m.Signature == signature);

        foreach (var kind in new[] { AnswerKind.Full, AnswerKind.ChangedCase })
        {
            await CallAllAsync(method, kind, checkAnswers: true);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Answer_WithWhatNobodyHeardOf_OrWithNothing_IsNoError(string signature)
    {
        PublishedApi.Open();
        var method = ClientMethod.All.Single(m => m.Signature == signature);

        foreach (var kind in new[] { AnswerKind.Unknown, AnswerKind.Nulls, AnswerKind.Sparse })
        {
            await CallAllAsync(method, kind);
        }
    }

    [Fact]
    public async Task EveryPublishedOperation_IsReachedByExactlyOneMethod()
    {
        var api = PublishedApi.Open();
        var reached = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var method in ClientMethod.All)
        {
            foreach (var call in await CallAllAsync(method, AnswerKind.Full))
            {
                reached.TryAdd(call.Operation.Key, new(StringComparer.Ordinal));
                reached[call.Operation.Key].Add(method.Whole);
            }
        }

        var missing = api.Operations.Where(o => !reached.ContainsKey(o.Key)).Select(o => o.Name).Except(ContractExceptions.NotReached.Keys).ToList();
        var covered = api.Operations.Count - missing.Count;
        TestContext.Current.TestOutputHelper?.WriteLine($"{covered} of {api.Operations.Count} operations, {ContractExceptions.NotReached.Count} of them as another spelling.");

        Assert.Equal(Published, api.Operations.Count);
        Assert.True(missing.Count == 0, $"{covered} of {api.Operations.Count}: not reached are {string.Join(", ", missing)}");
        Assert.Empty(reached.Where(r => r.Value.Count > 1).Select(r => $"{r.Key}: {string.Join(", ", r.Value)}"));
        Assert.All(ContractExceptions.NotReached.Keys, name => Assert.DoesNotContain(api.Operations.Single(o => o.Name == name).Key, reached.Keys));
    }

    private static async Task<List<RecordedCall>> CallAllAsync(ClientMethod method, AnswerKind kind, bool checkAnswers = false)
    {
        var calls = new List<RecordedCall>();
        foreach (var arguments in SampleArguments.For(method.Method))
        {
            using var handler = new RecordingHandler { Kind = kind };
            await using var services = TestClients.Build(new("http://127.0.0.1:1"), o => o.MaxRetries = 0, handler: handler);
            object? result;
            try
            {
                result = await method.CallAsync(services.GetRequiredService<IDotdigitalClient>(), arguments);
            }
            catch (DotdigitalException e)
            {
                Assert.Fail($"{method} of {kind}: {e.Message}");
                throw;
            }

            if (checkAnswers)
            {
                Assert.Empty(AnswerCheck.Check(result, handler.LastAnswer));
            }

            (result as IDisposable)?.Dispose();
            calls.AddRange(handler.Calls);
        }

        return calls;
    }
}
