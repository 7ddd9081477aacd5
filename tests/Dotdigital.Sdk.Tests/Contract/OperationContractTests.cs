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
        var api = PublishedApi.Open();

        var unknown = Operations.Where(o => api.Operation(o.Method.Method, o.Template) is null).Select(o => $"{o.Method} {o.Template}");

        Assert.True(Operations.Count > 230);
        Assert.Empty(unknown);
    }

    [Fact]
    public void EveryPathValue_IsAPublishedPathParameter()
    {
        var api = PublishedApi.Open();

        Assert.All(Operations, operation => Assert.Equal(
            api.Operation(operation.Method.Method, operation.Template)!.Parameters.Where(p => p.In == "path").Select(p => p.Name).Order(StringComparer.Ordinal),
            Regex.Matches(operation.Template, @"\{(\w+)\}").Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void NoOperation_IsDefinedTwice() =>
        Assert.Equal(Operations.Count, Operations.DistinctBy(o => (o.Method, o.Template)).Count());

    /// <summary>Only what replaces the whole of something, or leaves the same state however often it is done, may be repeated when its answer was lost.</summary>
    [Fact]
    public void WhatCreatesOrSends_IsNeverRepeatedAfterALostAnswer() =>
        Assert.Equal(
            [
                "Account.UpdateTheme",
                "AddressBooks.Update",
                "Campaigns.Update",
                "Contacts.AddToAddressBook",
                "Contacts.Suppress",
                "Contacts.Unsubscribe",
                "Contacts.UnsubscribeFromAddressBook",
                "Contacts.Update",
                "ContactsV3.Replace",
                "Documents.Attach",
                "Ecommerce.RefreshSummaries",
                "Events.UpdateSubscription",
                "InsightData.CreateCollection",
                "InsightData.PutAccountRecord",
                "InsightData.PutContactRecord",
                "Preferences.SetForContactByEmail",
                "Preferences.SetForContactById",
                "Preferences.Update",
                "Segments.Refresh",
                "Sms.UpdateCampaign",
                "Templates.Update",
                "TransactionalData.Empty",
                "TransactionalData.Replace",
                "Webhooks.Update",
            ],
            Operations.Where(o => o.IsRepeatable && o.Method != HttpMethod.Get && o.Method != HttpMethod.Delete).Select(o => o.Name).Order(StringComparer.Ordinal));
}
