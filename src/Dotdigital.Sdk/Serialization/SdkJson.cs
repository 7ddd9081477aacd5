using System.Text.Json;
using System.Text.Json.Serialization;
using Dotdigital.Sdk.Account;
using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.Campaigns;
using Dotdigital.Sdk.ContactImports;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Http;

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
[JsonSerializable(typeof(AddressBook))]
[JsonSerializable(typeof(CampaignDetails))]
[JsonSerializable(typeof(CampaignSummary))]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(ContactBody))]
[JsonSerializable(typeof(ContactDeletion))]
[JsonSerializable(typeof(ContactImport))]
[JsonSerializable(typeof(ContactImportCollection))]
[JsonSerializable(typeof(ContactImportReport))]
[JsonSerializable(typeof(ContactSuppression))]
[JsonSerializable(typeof(ContactV3Body))]
[JsonSerializable(typeof(ContactV3ImportAccepted))]
[JsonSerializable(typeof(ContactV3ImportBody))]
[JsonSerializable(typeof(ContactV3ImportResult))]
[JsonSerializable(typeof(ContactV3PageBody))]
[JsonSerializable(typeof(DataFieldDeletion))]
[JsonSerializable(typeof(DateTimeOffset?))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(IReadOnlyCollection<long>))]
[JsonSerializable(typeof(List<AddressBook>))]
[JsonSerializable(typeof(List<Campaign>))]
[JsonSerializable(typeof(List<CampaignActivity>))]
[JsonSerializable(typeof(List<CampaignClick>))]
[JsonSerializable(typeof(List<CampaignOpen>))]
[JsonSerializable(typeof(List<Contact>))]
[JsonSerializable(typeof(List<ContactSuppression>))]
[JsonSerializable(typeof(List<DataField>))]
[JsonSerializable(typeof(NewAddressBook))]
[JsonSerializable(typeof(ResubscribeResult))]
[JsonSerializable(typeof(ResubscriptionBody))]
internal sealed partial class SdkJson : JsonSerializerContext;
