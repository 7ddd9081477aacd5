using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Surveys;

/// <summary>A survey or form (<c>ApiSurvey</c>).</summary>
public sealed record Survey
{
    /// <summary>Its id.</summary>
    public int Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Where it is.</summary>
    public string? Url { get; init; }

    /// <summary>When it was created, UTC.</summary>
    [JsonPropertyName("dateSurveyCreated")]
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    [JsonPropertyName("dateSurveyModified")]
    public DateTimeOffset? DateModified { get; init; }

    /// <summary>Its state.</summary>
    public SurveyState State { get; init; }

    /// <summary>When it was first active, UTC.</summary>
    public DateTimeOffset? FirstActiveDate { get; init; }

    /// <summary>When it was last made inactive, UTC.</summary>
    public DateTimeOffset? LastInactiveDate { get; init; }

    /// <summary>When it is to start, UTC.</summary>
    public DateTimeOffset? ScheduledStartDate { get; init; }

    /// <summary>When it is to end, UTC.</summary>
    public DateTimeOffset? ScheduledEndDate { get; init; }

    /// <summary>What follows a response.</summary>
    public SurveyConfirmationMode ConfirmationMode { get; init; }

    /// <summary>How often a person may respond.</summary>
    public SurveySubmissionMode SubmissionMode { get; init; }

    /// <summary>How many fields it has.</summary>
    public int FieldCount { get; init; }

    /// <summary>Whether its creator is told of responses.</summary>
    [JsonPropertyName("notifyCreatorOnResponse")]
    public bool NotifiesCreator { get; init; }

    /// <summary>What a respondent is sent.</summary>
    public SurveyNotificationType RespondentNotificationType { get; init; }

    /// <summary>The campaign a respondent is sent.</summary>
    public int? RespondentNotificationCampaignId { get; init; }

    /// <summary>Whether respondents are put into an address book.</summary>
    public bool IsAssignedToAddressBook { get; init; }

    /// <summary>Where respondents are put.</summary>
    public SurveyAddressBookTarget AssignedAddressBookTarget { get; init; }

    /// <summary>The address book they are put into.</summary>
    public int? AssignedSpecificAddressBookId { get; init; }

    /// <summary>When the first response came, UTC.</summary>
    public DateTimeOffset? FirstResponseDate { get; init; }

    /// <summary>When the last response came, UTC.</summary>
    public DateTimeOffset? LastResponseDate { get; init; }

    /// <summary>Complete responses.</summary>
    public int TotalCompleteResponses { get; init; }

    /// <summary>Those of the last day.</summary>
    public int TotalCompleteResponsesInLastDay { get; init; }

    /// <summary>Those of the last week.</summary>
    public int TotalCompleteResponsesInLastWeek { get; init; }

    /// <summary>Responses not completed.</summary>
    public int TotalIncompleteResponses { get; init; }

    /// <summary>Views.</summary>
    public int TotalViews { get; init; }

    /// <summary>People who left at once.</summary>
    public int TotalBounces { get; init; }

    /// <summary>The longest time to complete, in seconds.</summary>
    public int? TimeToCompleteMax { get; init; }

    /// <summary>The shortest time to complete, in seconds.</summary>
    public int? TimeToCompleteMin { get; init; }

    /// <summary>All times to complete, in seconds.</summary>
    public long? TimeToCompleteTotal { get; init; }

    /// <summary>Responses that came directly.</summary>
    public int SourceDirectTotal { get; init; }

    /// <summary>Responses from emails.</summary>
    public int SourceEmailTotal { get; init; }

    /// <summary>Responses where it is embedded.</summary>
    public int SourceEmbeddedTotal { get; init; }

    /// <summary>Responses from a popover.</summary>
    public int SourcePopoverTotal { get; init; }

    /// <summary>Responses from Facebook.</summary>
    public int SourceFacebookTotal { get; init; }

    /// <summary>Responses from Twitter.</summary>
    public int SourceTwitterTotal { get; init; }

    /// <summary>Responses from Google Plus.</summary>
    public int SourceGooglePlusTotal { get; init; }

    /// <summary>Responses from elsewhere.</summary>
    public int SourceOtherTotal { get; init; }
}
