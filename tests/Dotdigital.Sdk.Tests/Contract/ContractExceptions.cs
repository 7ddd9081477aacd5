using System.Text.Json;

namespace Dotdigital.Sdk.Tests.Contract;

/// <summary>Where the client does not follow the files to the letter; each with its reason.</summary>
internal static class ContractExceptions
{
    private const string OldSpelling = "The old spelling of /v2/contacts/…: the same route, covered by its modern twin.";

    /// <summary>Operations that no method reaches.</summary>
    public static readonly IReadOnlyDictionary<string, string> NotReached = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["PUT /v2/contact/{contactId}/preferences"] = OldSpelling,
        ["PUT /v2/contact/{contactEmail}/preferences"] = OldSpelling,
        ["GET /v2/contact/{contactEmail}/preferences"] = OldSpelling,
        ["GET /v2/contact/{contactID}/preferences"] = OldSpelling,
    };

    /// <summary>Methods that are no operation.</summary>
    public static readonly IReadOnlyDictionary<string, string> NoOperation = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Account.GetEndpointAsync"] = "Tells the host that is configured or was found; account-info is read by GetInfoAsync.",
    };

    private static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["POST /v2/address-books/{addressBookId}/contacts/import"] = "CSV goes as multipart/form-data, which the vendor's guide describes beside JSON and the file leaves out: a third smaller than base64.",
        ["POST /v2/address-books/{addressBookId}/contacts/import/with-merge-option/{mergeOption}"] = "As above.",
        ["POST /v2/contacts/import"] = "As above.",
        ["POST /v2/contacts/import/with-merge-option/{mergeOption}"] = "As above.",
        ["PUT /insightData/v3/account/{collectionName}/{recordId}"] = "The file says text, whose example is a JSON object: the record itself is the body.",
        ["PUT /insightData/v3/contacts/{identifier}/{value}/{collectionName}/{recordId}"] = "As above.",
        ["POST /v2/email/triggered-campaign"] = "The file puts the object into the query, which has no form for it; the vendor's guide and its own tools send it as the body.",
    };

    private static readonly Dictionary<string, (string Schema, string Reason)> Answers = new(StringComparer.Ordinal)
    {
        ["GET /v2/preferences"] = ("""{"type":"array","items":{"$ref":"#/components/schemas/ApiPreference"}}""", "The file calls the answer binary; it is the tree of preferences."),
        ["POST /v2/preferences"] = ("""{"$ref":"#/components/schemas/ApiPreference"}""", "The file calls the answer binary; it is the preference."),
        ["GET /v2/preferences/modified-since/{sinceDate}"] = ("""{"type":"array","items":{"$ref":"#/components/schemas/ApiPreference"}}""", "The file calls the answer binary; it is preferences."),
        ["GET /v2/contacts/{contactEmail}/preferences"] = ("""{"type":"array","items":{"$ref":"#/components/schemas/ApiPreference"}}""", "The file calls the answer binary; it is the tree of preferences."),
        ["GET /v2/contacts/{contactID}/preferences"] = ("""{"type":"array","items":{"$ref":"#/components/schemas/ApiPreference"}}""", "The file calls the answer binary; it is the tree of preferences."),
        ["GET /v2/contacts/{contactEmail}/subscriptions"] = ("""{"type":"object","additionalProperties":true}""", "The file calls the answer binary; what it holds is nowhere published, so it is passed on as JSON."),
        ["GET /v2/sms/campaigns"] = ("""{"type":"array","items":{"$ref":"#/components/schemas/ApiSmsCampaign"}}""", "The file says one campaign, but takes select and skip: it is a list."),
    };

    public static bool TakesOtherBody(PublishedOperation operation) => Forms.ContainsKey(operation.Name) && operation.Name != "POST /v2/email/triggered-campaign";

    /// <summary>The schema of a body that the file describes in the wrong place.</summary>
    public static JsonSchema? BodyOf(PublishedOperation operation) =>
        operation.Name == "POST /v2/email/triggered-campaign" ? operation.Parameters.Single(p => p.Name == "email").Schema : null;

    /// <summary>The schema of an answer that the file does not describe, or wrongly.</summary>
    public static JsonSchema? AnswerOf(PublishedOperation operation) =>
        Answers.TryGetValue(operation.Name, out var answer) ? new(operation.Root, JsonDocument.Parse(answer.Schema).RootElement) : null;
}
