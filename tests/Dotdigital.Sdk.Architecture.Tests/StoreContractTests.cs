using System.Text.RegularExpressions;
using Xunit;

namespace Dotdigital.Sdk.Architecture.Tests;

/// <summary>One suite, every store: no store leaves a part of the contract out.</summary>
public sealed partial class StoreContractTests
{
    public static TheoryData<string> Stores =>
    [
        "Dotdigital.Sdk.Integration.Tests/Storage/InMemory/InMemoryStore.cs",
        "Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite.Tests/SqliteStore.cs",
        "Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Tests/PostgreSqlStore.cs",
    ];

    [Theory]
    [MemberData(nameof(Stores))]
    public void Store_RunsEveryContract(string store)
    {
        var contracts = Repository.Sources("tests")
            .Where(static file => file.Contains("Dotdigital.Sdk.StoreContract", StringComparison.Ordinal))
            .SelectMany(static file => Contract().Matches(File.ReadAllText(file)))
            .Select(static match => match.Groups["name"].Value)
            .ToList();
        var text = File.ReadAllText(Path.Combine(Repository.Root, "tests", store));

        Assert.True(contracts.Count > 15);
        Assert.All(contracts, contract => Assert.Contains($": {contract}<", text, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"public abstract class (?<name>\w+Contract)<", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Contract();
}
