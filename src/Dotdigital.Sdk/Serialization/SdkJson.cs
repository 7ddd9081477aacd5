using System.Text.Json;
using System.Text.Json.Serialization;
using Dotdigital.Sdk.Account;
using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.Campaigns;
using Dotdigital.Sdk.ContactImports;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.CustomIdentifiers;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Documents;
using Dotdigital.Sdk.Ecommerce;
using Dotdigital.Sdk.Events;
using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Images;
using Dotdigital.Sdk.InsightData;
using Dotdigital.Sdk.MarketingEmail;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Preferences;
using Dotdigital.Sdk.ProductRecommendations;
using Dotdigital.Sdk.Programs;
using Dotdigital.Sdk.Segments;
using Dotdigital.Sdk.Sms;
using Dotdigital.Sdk.Surveys;
using Dotdigital.Sdk.Templates;
using Dotdigital.Sdk.TransactionalData;
using Dotdigital.Sdk.TransactionalEmail;
using Dotdigital.Sdk.Webhooks;

namespace Dotdigital.Sdk.Serialization;

/// <summary>Every JSON body of the API, generated at build: no reflection. Reads ignoring case, and tolerates what is missing, null or new.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(DotdigitalDateConverter),
        typeof(TolerantBooleanConverter),
        typeof(TolerantDecimalConverter),
        typeof(TolerantInt32Converter),
        typeof(TolerantInt64Converter),
        typeof(TolerantStringConverter),
    ])]
[JsonSerializable(typeof(AccountInfo))]
[JsonSerializable(typeof(AccountTheme))]
[JsonSerializable(typeof(AddressBook))]
[JsonSerializable(typeof(ApiUser))]
[JsonSerializable(typeof(Campaign))]
[JsonSerializable(typeof(CampaignActivity))]
[JsonSerializable(typeof(CampaignContent))]
[JsonSerializable(typeof(CampaignDetails))]
[JsonSerializable(typeof(CampaignRevenue))]
[JsonSerializable(typeof(CampaignSend))]
[JsonSerializable(typeof(CampaignSendRequest))]
[JsonSerializable(typeof(CampaignSummary))]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(ContactBatch))]
[JsonSerializable(typeof(ContactBatchBody))]
[JsonSerializable(typeof(ContactBody))]
[JsonSerializable(typeof(ContactChannelProperties))]
[JsonSerializable(typeof(ContactDeletion))]
[JsonSerializable(typeof(ContactDetails))]
[JsonSerializable(typeof(ContactImport))]
[JsonSerializable(typeof(ContactImportCollection))]
[JsonSerializable(typeof(ContactImportReport))]
[JsonSerializable(typeof(ContactScore))]
[JsonSerializable(typeof(ContactSuppression))]
[JsonSerializable(typeof(ContactSuppressions))]
[JsonSerializable(typeof(ContactV3Body))]
[JsonSerializable(typeof(ContactV3Deletion))]
[JsonSerializable(typeof(ContactV3DeletionAccepted))]
[JsonSerializable(typeof(ContactV3ImportAccepted))]
[JsonSerializable(typeof(ContactV3ImportBody))]
[JsonSerializable(typeof(ContactV3ImportResult))]
[JsonSerializable(typeof(ContactWithConsent))]
[JsonSerializable(typeof(ContactWithConsentBody))]
[JsonSerializable(typeof(CustomIdentifier))]
[JsonSerializable(typeof(DataFieldDeletion))]
[JsonSerializable(typeof(DateTimeOffset?))]
[JsonSerializable(typeof(Document))]
[JsonSerializable(typeof(DocumentFolder))]
[JsonSerializable(typeof(DocumentReference))]
[JsonSerializable(typeof(DotdigitalProgram))]
[JsonSerializable(typeof(EmailChannelProperties))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(EventPageBody))]
[JsonSerializable(typeof(EventSubscription))]
[JsonSerializable(typeof(EventSubscriptionContent))]
[JsonSerializable(typeof(ImageFolder))]
[JsonSerializable(typeof(InsightDeletion))]
[JsonSerializable(typeof(InsightDeletionBody))]
[JsonSerializable(typeof(InsightImport))]
[JsonSerializable(typeof(InsightImportAccepted))]
[JsonSerializable(typeof(InsightImportRequest))]
[JsonSerializable(typeof(InsightJob))]
[JsonSerializable(typeof(InsightJobAccepted))]
[JsonSerializable(typeof(InsightRecord))]
[JsonSerializable(typeof(InsightSchema))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(KpiReport))]
[JsonSerializable(typeof(ManagedUser))]
[JsonSerializable(typeof(MarketingEmailBatchResult))]
[JsonSerializable(typeof(MarketingEmailMessage))]
[JsonSerializable(typeof(NewAccountBody))]
[JsonSerializable(typeof(NewAddressBook))]
[JsonSerializable(typeof(NewApiUser))]
[JsonSerializable(typeof(NewCustomIdentifier))]
[JsonSerializable(typeof(NewDocumentFolder))]
[JsonSerializable(typeof(NewImageFolder))]
[JsonSerializable(typeof(NewManagedUser))]
[JsonSerializable(typeof(NewProgramEnrolment))]
[JsonSerializable(typeof(NewTransactionalData))]
[JsonSerializable(typeof(OAuthToken))]
[JsonSerializable(typeof(OAuthTokenBody))]
[JsonSerializable(typeof(Preference))]
[JsonSerializable(typeof(PreferenceContent))]
[JsonSerializable(typeof(PreparedCampaign))]
[JsonSerializable(typeof(ProgramEnrolment))]
[JsonSerializable(typeof(ResubscribeResult))]
[JsonSerializable(typeof(ResubscriptionBody))]
[JsonSerializable(typeof(SegmentRefresh))]
[JsonSerializable(typeof(SmsCampaign))]
[JsonSerializable(typeof(SmsCampaignContent))]
[JsonSerializable(typeof(SmsCampaignCopy))]
[JsonSerializable(typeof(SmsChannelProperties))]
[JsonSerializable(typeof(SmsMessage))]
[JsonSerializable(typeof(SplitTestCampaign))]
[JsonSerializable(typeof(SplitTestCampaignContent))]
[JsonSerializable(typeof(SplitTestResults))]
[JsonSerializable(typeof(Survey))]
[JsonSerializable(typeof(Template))]
[JsonSerializable(typeof(TemplateContent))]
[JsonSerializable(typeof(TransactionalDataContent))]
[JsonSerializable(typeof(TransactionalDataImport))]
[JsonSerializable(typeof(TransactionalDataImportReport))]
[JsonSerializable(typeof(TransactionalDataRecord))]
[JsonSerializable(typeof(TransactionalEmailMessage))]
[JsonSerializable(typeof(TriggeredCampaignEmail))]
[JsonSerializable(typeof(UploadedImage))]
[JsonSerializable(typeof(Webhook))]
[JsonSerializable(typeof(WebhookContent))]
[JsonSerializable(typeof(WhatsAppChannelProperties))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(IReadOnlyCollection<long>))]
[JsonSerializable(typeof(IReadOnlyList<ContactConsentRecord>))]
[JsonSerializable(typeof(IReadOnlyList<ContactListMembership>))]
[JsonSerializable(typeof(IReadOnlyList<ContactPreference>))]
[JsonSerializable(typeof(IReadOnlyList<MarketingEmailMessage>))]
[JsonSerializable(typeof(IReadOnlyList<NewEvent>))]
[JsonSerializable(typeof(IReadOnlyList<NewTransactionalData>))]
[JsonSerializable(typeof(IReadOnlyList<PreferenceChoice>))]
[JsonSerializable(typeof(IReadOnlyList<TransactionalEmailMessage>))]
[JsonSerializable(typeof(IReadOnlyList<TriggeredCampaignEmail>))]
[JsonSerializable(typeof(List<AddressBook>))]
[JsonSerializable(typeof(List<AvailableWebhookEvent>))]
[JsonSerializable(typeof(List<Campaign>))]
[JsonSerializable(typeof(List<CampaignActivity>))]
[JsonSerializable(typeof(List<CampaignClick>))]
[JsonSerializable(typeof(List<CampaignDetails>))]
[JsonSerializable(typeof(List<CampaignFromAddress>))]
[JsonSerializable(typeof(List<CampaignGroupedClick>))]
[JsonSerializable(typeof(List<CampaignMetrics>))]
[JsonSerializable(typeof(List<CampaignOpen>))]
[JsonSerializable(typeof(List<CampaignPageView>))]
[JsonSerializable(typeof(List<CampaignReply>))]
[JsonSerializable(typeof(List<CampaignRoiDetail>))]
[JsonSerializable(typeof(List<CampaignSocialBookmarkView>))]
[JsonSerializable(typeof(List<Contact>))]
[JsonSerializable(typeof(List<ContactIdentifiers>))]
[JsonSerializable(typeof(List<ContactPreferenceOptIns>))]
[JsonSerializable(typeof(List<ContactReference>))]
[JsonSerializable(typeof(List<ContactScore>))]
[JsonSerializable(typeof(List<ContactSuppression>))]
[JsonSerializable(typeof(List<CustomIdentifier>))]
[JsonSerializable(typeof(List<DataField>))]
[JsonSerializable(typeof(List<Document>))]
[JsonSerializable(typeof(List<DocumentFolder>))]
[JsonSerializable(typeof(List<DotdigitalProgram>))]
[JsonSerializable(typeof(List<Image>))]
[JsonSerializable(typeof(List<ImageFolder>))]
[JsonSerializable(typeof(List<InsightCollection>))]
[JsonSerializable(typeof(List<Order>))]
[JsonSerializable(typeof(List<Preference>))]
[JsonSerializable(typeof(List<ProductRecommendation>))]
[JsonSerializable(typeof(List<ProgramEnrolment>))]
[JsonSerializable(typeof(List<Segment>))]
[JsonSerializable(typeof(List<SmsCampaign>))]
[JsonSerializable(typeof(List<Survey>))]
[JsonSerializable(typeof(List<SurveyPage>))]
[JsonSerializable(typeof(List<SurveyResponse>))]
[JsonSerializable(typeof(List<Template>))]
[JsonSerializable(typeof(List<TransactionalDataCollection>))]
[JsonSerializable(typeof(List<TransactionalDataRecord>))]
[JsonSerializable(typeof(List<TransactionalEmailStatistics>))]
[JsonSerializable(typeof(List<Webhook>))]
[JsonSerializable(typeof(List<WebhookTemplate>))]
[JsonSerializable(typeof(MarkerPageBody<ContactV3>))]
[JsonSerializable(typeof(MarkerPageBody<EventSubscription>))]
[JsonSerializable(typeof(MarkerPageBody<InsightRecord>))]
internal sealed partial class SdkJson : JsonSerializerContext;
