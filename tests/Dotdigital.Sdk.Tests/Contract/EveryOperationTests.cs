using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Tests.Contract;

/// <summary>Every method of the client against every published operation, in both directions.</summary>
public sealed class EveryOperationTests
{
    private const int Published = 243;

    /// <summary>Every call of every method.</summary>
    internal static readonly Lazy<Task<List<(ClientMethod Method, RecordedCall Call)>>> Everything = new(CallEverythingAsync);

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
        foreach (var (method, call) in await Everything.Value)
        {
            reached.TryAdd(call.Operation.Key, new(StringComparer.Ordinal));
            reached[call.Operation.Key].Add(method.Whole);
        }

        var missing = api.Operations.Where(o => !reached.ContainsKey(o.Key)).Select(o => o.Name).Except(ContractExceptions.NotReached.Keys).ToList();
        var covered = api.Operations.Count - missing.Count;
        TestContext.Current.TestOutputHelper?.WriteLine($"{covered} of {api.Operations.Count} operations, {ContractExceptions.NotReached.Count} of them as another spelling.");

        Assert.Equal(Published, api.Operations.Count);
        Assert.True(missing.Count == 0, $"{covered} of {api.Operations.Count}: not reached are {string.Join(", ", missing)}");
        Assert.Empty(reached.Where(r => r.Value.Count > 1).Select(r => $"{r.Key}: {string.Join(", ", r.Value)}"));
        Assert.All(ContractExceptions.NotReached.Keys, name => Assert.DoesNotContain(api.Operations.Single(o => o.Name == name).Key, reached.Keys));
    }

    [Fact]
    public async Task EveryPublishedParameterAndProperty_CanBeSet()
    {
        PublishedApi.Open();
        var calls = await Everything.Value;
        var never = calls.Select(c => c.Call).GroupBy(c => c.Operation.Key, StringComparer.Ordinal).SelectMany(NeverSent).Order(StringComparer.Ordinal).ToList();
        var meant = never.ToLookup(name => ContractExceptions.NeverSent.Keys.FirstOrDefault(pattern => Regex.IsMatch(name, pattern)));

        Assert.Empty(meant[null]);
        Assert.Empty(ContractExceptions.NeverSent.Keys.Except(meant.Select(m => m.Key!)));
    }

    private static IEnumerable<string> NeverSent(IGrouping<string, RecordedCall> calls)
    {
        var operation = calls.First().Operation;
        var query = operation.Parameters.Where(p => p.In == "query").Select(p => p.Name).Where(name => !calls.Any(c => c.Query.Any(q => q.Key.Split('[')[0] == name))).Select(name => $"query {name}");
        var bodies = calls.Where(c => c.MediaType == "application/json" && c.Body is { Length: > 0 }).Select(c => JsonNode.Parse(c.Body!)).ToList();
        var schema = ContractExceptions.BodyOf(operation) ?? operation.Bodies.GetValueOrDefault("application/json");
        return (ContractExceptions.BodyOf(operation) is null ? query : []).Concat(schema is null || bodies.Count == 0 ? [] : Missing(schema, bodies, "")).Select(name => $"{operation.Name}: {name}");
    }

    private static IEnumerable<string> Missing(JsonSchema schema, IReadOnlyList<JsonNode?> values, string path)
    {
        if (schema.Items is { } items)
        {
            return Missing(items, [.. values.OfType<JsonArray>().SelectMany(a => a)], path);
        }

        return schema.Properties.SelectMany(p =>
        {
            var there = values.OfType<JsonObject>().Where(o => o.ContainsKey(p.Key)).Select(o => o[p.Key]).ToList();
            return there.Count == 0 ? [$"{path}.{p.Key}"] : path.Length > 100 ? [] : Missing(p.Value, there, $"{path}.{p.Key}");
        });
    }

    private static async Task<List<(ClientMethod Method, RecordedCall Call)>> CallEverythingAsync()
    {
        var calls = new List<(ClientMethod, RecordedCall)>();
        foreach (var method in ClientMethod.All)
        {
            calls.AddRange((await CallAllAsync(method, AnswerKind.Full)).Select(c => (method, c)));
        }

        return calls;
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
