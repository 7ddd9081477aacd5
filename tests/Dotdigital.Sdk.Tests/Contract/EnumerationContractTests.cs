using System.Reflection;
using Dotdigital.Sdk.Account;
using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.Campaigns;
using Dotdigital.Sdk.ContactImports;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Ecommerce;
using Dotdigital.Sdk.Events;
using Dotdigital.Sdk.InsightData;
using Dotdigital.Sdk.MarketingEmail;
using Dotdigital.Sdk.ProductRecommendations;
using Dotdigital.Sdk.Programs;
using Dotdigital.Sdk.Segments;
using Dotdigital.Sdk.Serialization;
using Dotdigital.Sdk.Sms;
using Dotdigital.Sdk.Surveys;
using Dotdigital.Sdk.TransactionalData;
using Dotdigital.Sdk.TransactionalEmail;

namespace Dotdigital.Sdk.Tests.Contract;

public sealed class EnumerationContractTests
{
    /// <summary>Open enumerations and their schemas.</summary>
    public static TheoryData<Type, string> Enumerations => new()
    {
        { typeof(AddressBookVisibility), "ApiAddressBookVisibility" },
        { typeof(AggregationPeriod), "ApiAggregationPeriod" },
        { typeof(CampaignReplyAction), "ApiCampaignReplyActions" },
        { typeof(CampaignReplyType), "ApiCampaignReplyTypes" },
        { typeof(CampaignSendStatus), "ApiCampaignSendStatuses" },
        { typeof(CampaignStatus), "ApiCampaignStatuses" },
        { typeof(CampaignType), "ApiCampaignTypes" },
        { typeof(CampaignType), "CampaignType" },
        { typeof(ChannelStatusUpdate), "channelStatusUpdate" },
        { typeof(ContactDeletionStatus), "ApiBulkContactDeletionStatuses" },
        { typeof(ContactEmailType), "ApiContactEmailTypes" },
        { typeof(ContactImportStatus), "ApiContactImportStatuses" },
        { typeof(ContactMergeOption), "ApiContactMergeOptionTypes" },
        { typeof(ContactOptInType), "ApiContactOptInTypes" },
        { typeof(ContactStatus), "ApiContactStatuses" },
        { typeof(ContactV3Status), "status" },
        { typeof(DataFieldDependencyType), "ApiBusinessObjectType" },
        { typeof(DataFieldType), "ApiDataTypes" },
        { typeof(DataFieldType), "ApiRoiDetailDataTypes" },
        { typeof(DataFieldVisibility), "ApiDataFieldVisibility" },
        { typeof(EmailChannelStatus), "emailChannelStatus" },
        { typeof(EventSubscriptionStatus), "subscriptionStatus" },
        { typeof(InsightCollectionScope), "collectionScope" },
        { typeof(InsightCollectionType), "collectionType" },
        { typeof(KpiDateRange), "ApiKpiMetricDateRange" },
        { typeof(KpiDateRange), "EcommercePredefinedDateRanges" },
        { typeof(KpiMetricType), "ApiKpiMetricType" },
        { typeof(KpiMetricType), "KpiMetricType" },
        { typeof(ManagedUserPermission), "ApiPermissionTypes" },
        { typeof(MarketingEmailFailureCode), "BatchMarketingEmailFailureCode" },
        { typeof(MarketingEmailFailureCode), "emailRefusedReason" },
        { typeof(ProductRecommendationStatus), "ApiProductRecommendationStatus" },
        { typeof(ProductRecommendationType), "ApiProductRecommendationType" },
        { typeof(ProgramEnrolmentStatus), "ApiProgramEnrolmentStatus" },
        { typeof(ProgramStatus), "ApiProgramStatus" },
        { typeof(ResubscribeStatus), "ApiResubscribeStatuses" },
        { typeof(SegmentRefreshStatus), "ApiSegmentRefreshStatuses" },
        { typeof(SmsCampaignStatus), "ApiSmsCampaignStatuses" },
        { typeof(SmsChannelStatus), "smsChannelStatus" },
        { typeof(SplitTestMetric), "ApiSplitTestMetrics" },
        { typeof(SurveyAddressBookTarget), "ApiSurveyAssignedAddressBookTarget" },
        { typeof(SurveyConfirmationMode), "ApiSurveyConfirmationMode" },
        { typeof(SurveyExistingDataAction), "ApiAssignedContactDataExistsAction" },
        { typeof(SurveyNotificationType), "ApiRespondentNotificationType" },
        { typeof(SurveyState), "ApiSurveyState" },
        { typeof(SurveySubmissionMode), "ApiSurveySubmissionMode" },
        { typeof(TransactionalDataFaultReason), "ApiTransactionalDataImportFaultReason" },
        { typeof(TransactionalDataImportStatus), "ApiTransactionalDataImportStatuses" },
        { typeof(WhatsAppChannelStatus), "whatsAppChannelStatus" },
    };

    [Theory]
    [MemberData(nameof(Enumerations))]
    public void OpenEnum_KnowsThePublishedValues(Type type, string schema)
    {
        var published = PublishedApi.Open().Values(schema);
        var known = type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(p => p.PropertyType == type).Select(p => p.GetValue(null)!.ToString()!);

        Assert.NotEmpty(published);
        Assert.Empty(published.Except(known, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void EveryOpenEnum_IsChecked_OrHasNoSchemaOfItsOwn()
    {
        var all = typeof(IDotdigitalClient).Assembly.GetExportedTypes()
            .Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IOpenEnum<>)));

        Assert.Equal(
            [
                nameof(ContactListStatus),
                nameof(ContactV3DeletionStatus),
                nameof(ContactV3MergeOption),
                nameof(EventAlertChannel),
                nameof(InsightFailureReason),
                nameof(InsightImportStatus),
                nameof(InsightJobStatus),
                nameof(MarketingEmailStatus),
            ],
            all.Except(Enumerations.Select(r => r.Data.Item1)).Select(t => t.Name).Order(StringComparer.Ordinal));
    }
}
