using System.Reflection;
using System.Text.RegularExpressions;
using Dotdigital.Sdk.Http;

namespace Dotdigital.Sdk.Tests.Contract;

public sealed class OperationContractTests
{
    private static IReadOnlyList<ApiOperation> Operations { get; } =
        [.. typeof(IDotdigitalClient).Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(ApiOperation))
            .Select(f => (ApiOperation)f.GetValue(null)!)];

    [Fact]
    public void EveryOperation_IsPublishedWithThatMethodPathAndParameters()
    {
        using var api = PublishedApi.Open();

        var unknown = Operations.Where(o => api.Operation(o.Method.Method, o.Template) is null).Select(o => $"{o.Method} {o.Template}");

        Assert.True(Operations.Count > 40);
        Assert.Empty(unknown);
    }

    [Fact]
    public void EveryPathValue_IsAPublishedPathParameter_InItsOrder()
    {
        using var api = PublishedApi.Open();

        Assert.All(Operations, operation =>
        {
            var declared = api.Operation(operation.Method.Method, operation.Template)!.Value.TryGetProperty("parameters", out var parameters)
                ? parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "path").Select(p => p.GetProperty("name").GetString()!)
                : [];
            Assert.Equal(declared.Order(StringComparer.Ordinal), Regex.Matches(operation.Template, @"\{(\w+)\}").Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
        });
    }

    [Fact]
    public void NoOperation_IsDefinedTwice() =>
        Assert.Equal(Operations.Count, Operations.DistinctBy(o => (o.Method, o.Template)).Count());

    [Fact]
    public void WhatCreates_IsNeverRepeatedAfterALostAnswer() =>
        Assert.Equal(
            ["Contacts.Unsubscribe", "Contacts.UnsubscribeFromAddressBook"],
            Operations.Where(o => o.IsRepeatable && o.Method != HttpMethod.Get && o.Method != HttpMethod.Delete).Select(o => o.Name).Order(StringComparer.Ordinal));
}
