using System.Reflection;
using System.Text.Json.Serialization;
using Dotdigital.Sdk.Account;
using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.Campaigns;
using Dotdigital.Sdk.ContactImports;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Tests.Contract;

public sealed class ModelContractTests
{
    /// <summary>Models, their schemas, and what is left out on purpose.</summary>
    public static TheoryData<Type, string, string[]> Models => new()
    {
        { typeof(AccountInfo), "ApiAccount", [] },
        { typeof(AccountProperty), "ApiAccountProperty", [] },
        { typeof(AddressBook), "ApiAddressBook", [] },
        { typeof(NewAddressBook), "ApiAddressBook", ["id", "contacts"] },
        { typeof(Campaign), "ApiCampaign", [] },
        { typeof(CampaignActivity), "ApiCampaignContactSummary", [] },
        { typeof(CampaignClick), "ApiCampaignContactClick", [] },
        { typeof(CampaignDetails), "ApiCampaignDetails", [] },
        { typeof(CampaignFromAddress), "ApiCampaignFromAddress", [] },
        { typeof(CampaignOpen), "ApiCampaignContactOpen", [] },
        { typeof(CampaignSummary), "ApiCampaignSummary", [] },
        { typeof(CampaignTag), "ApiCampaignTag", [] },
        { typeof(Contact), "ApiContact", [] },
        { typeof(ContactBody), "ApiContact", ["id", "optInType", "emailType", "status"] },
        { typeof(ContactDeletion), "ApiBulkContactDeletion", [] },
        { typeof(ContactForImport), "ApiContactForBulkImport", ["id", "status", "mobileNumberId"] },
        { typeof(ContactImport), "ApiContactImport", [] },
        { typeof(ContactImportCollection), "ApiContactImportCollection", [] },
        { typeof(ContactImportReport), "ApiContactImportReport", [] },
        { typeof(ContactSuppression), "ApiContactSuppression", [] },
        { typeof(DataField), "ApiDataField", [] },
        { typeof(DataFieldDeletion), "ApiDependencyResult", [] },
        { typeof(DataFieldDependency), "ApiDependency", [] },
        { typeof(ResubscribeResult), "ApiResubscribeResult", [] },
        { typeof(ResubscriptionBody), "ApiContactResubscription", [] },
        { typeof(ContactV3), "contact", [] },
        { typeof(ContactV3Body), "contactRequest", [] },
        { typeof(ContactV3ImportBody), "v3_import_body", [] },
        { typeof(ContactV3ImportResult), "inline_response_200_2", [] },
        { typeof(ContactV3ImportSummary), "inline_response_200_2_summary", [] },
        { typeof(ContactV3ImportFailure), "inline_response_200_2_failures_1", [] },
        { typeof(ContactV3FailureReason), "inline_response_200_2_failures", [] },
        { typeof(ContactV3Reference), "contactReference", [] },
        { typeof(ContactListMembership), "contact_lists", [] },
        { typeof(ContactPreference), "preference", [] },
        { typeof(EmailChannelProperties), "contact_channelProperties_email", [] },
        { typeof(SmsChannelProperties), "contact_channelProperties_sms", [] },
        { typeof(ContactChannelProperties), "contact_channelProperties", ["whatsApp"] },
        { typeof(EmailChannelUpdate), "channelProperties_channelProperties_email", ["status"] },
    };

    /// <summary>Open enumerations and their schemas.</summary>
    public static TheoryData<Type, string> Enumerations => new()
    {
        { typeof(AddressBookVisibility), "ApiAddressBookVisibility" },
        { typeof(CampaignReplyAction), "ApiCampaignReplyActions" },
        { typeof(CampaignStatus), "ApiCampaignStatuses" },
        { typeof(Dotdigital.Sdk.Campaigns.CampaignType), "ApiCampaignTypes" },
        { typeof(ContactDeletionStatus), "ApiBulkContactDeletionStatuses" },
        { typeof(ContactEmailType), "ApiContactEmailTypes" },
        { typeof(ContactImportStatus), "ApiContactImportStatuses" },
        { typeof(ContactOptInType), "ApiContactOptInTypes" },
        { typeof(ContactStatus), "ApiContactStatuses" },
        { typeof(ContactV3Status), "status" },
        { typeof(DataFieldDependencyType), "ApiBusinessObjectType" },
        { typeof(DataFieldType), "ApiDataTypes" },
        { typeof(DataFieldVisibility), "ApiDataFieldVisibility" },
        { typeof(EmailChannelStatus), "emailChannelStatus" },
        { typeof(ResubscribeStatus), "ApiResubscribeStatuses" },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Model_HasExactlyThePublishedProperties(Type model, string schema, string[] leftOut)
    {
        using var api = PublishedApi.Open();
        var names = model.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is not null)
            .Select(p => p.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(p.Name));

        Assert.Equal(api.Properties(schema).Except(leftOut, StringComparer.Ordinal).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Enumerations))]
    public void OpenEnum_KnowsThePublishedValues(Type type, string schema)
    {
        using var api = PublishedApi.Open();
        var known = type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(p => p.PropertyType == type).Select(p => p.GetValue(null)!.ToString()!);

        Assert.NotEmpty(api.Values(schema));
        Assert.Empty(api.Values(schema).Except(known, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void EveryOpenEnum_IsChecked_OrHasNoSchemaOfItsOwn()
    {
        var all = typeof(IDotdigitalClient).Assembly.GetExportedTypes()
            .Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IOpenEnum<>)));

        Assert.Equal(
            [nameof(ContactListStatus), nameof(ContactMergeOption), nameof(ContactV3MergeOption)],
            all.Except(Enumerations.Select(r => r.Data.Item1)).Select(t => t.Name).Order(StringComparer.Ordinal));
    }
}
