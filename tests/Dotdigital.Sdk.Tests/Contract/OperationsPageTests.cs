using Dotdigital.Sdk.Tests.Testing;

namespace Dotdigital.Sdk.Tests.Contract;

/// <summary>docs/operations.md tells which method each published operation is. Run with UPDATE_DOCS=1 to write it anew.</summary>
public sealed class OperationsPageTests
{
    [Fact]
    public async Task Page_NamesTheMethodOfEveryOperation()
    {
        var api = PublishedApi.Open();
        var methods = (await EveryOperationTests.Everything.Value).GroupBy(c => c.Call.Operation.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Method.Whole, StringComparer.Ordinal);
        var rows = api.Operations.OrderBy(o => o.Path, StringComparer.Ordinal).ThenBy(o => o.Method, StringComparer.Ordinal)
            .Select(o => $"| `{o.Name}` | {(methods.TryGetValue(o.Key, out var method) ? $"`client.{method}`" : ContractExceptions.NotReached[o.Name])} |");
        string[] page =
        [
            "# Which method is which operation",
            "",
            $"All {api.Operations.Count} operations that Dotdigital publishes. A list and its pages are one method: beside `GetAllAsync` there is `GetPageAsync`, beside",
            "`GetOpensAsync` there is `GetOpensPageAsync`. A test keeps this page true.",
            "",
            "| operation | method |",
            "|---|---|",
            .. rows,
        ];
        var path = Path.Combine(RepositoryRoot.Folder, "docs", "operations.md");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            await File.WriteAllLinesAsync(path, page, TestContext.Current.CancellationToken);
        }

        Assert.Equal(page, await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken));
    }
}
