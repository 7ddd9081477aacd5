namespace Dotdigital.Sdk.Surveys;

/// <summary>A field of a survey (<c>ApiSurveyField</c>).</summary>
public sealed record SurveyField
{
    /// <summary>Its id.</summary>
    public int Id { get; init; }

    /// <summary>Its kind, in the API's words.</summary>
    public string? Type { get; init; }

    /// <summary>What it asks.</summary>
    public string? Text { get; init; }

    /// <summary>Whether it must be answered.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What it holds at first.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>How it is shown, in the API's words.</summary>
    public string? Mode { get; init; }

    /// <summary>The choices it offers.</summary>
    public IReadOnlyList<SurveyChoice> Choices { get; init => field = value ?? []; } = [];

    /// <summary>The fields in it.</summary>
    public IReadOnlyList<SurveyField> SubFields { get; init => field = value ?? []; } = [];

    /// <summary>Whether it offers <i>other</i>.</summary>
    public bool HasOtherOption { get; init; }

    /// <summary>The choice that is <i>other</i>.</summary>
    public int OtherOptionChoiceId { get; init; }

    /// <summary>The field for <i>other</i>.</summary>
    public int OtherOptionSubFieldId { get; init; }

    /// <summary>The text field for <i>other</i>.</summary>
    public int OtherOptionTextFieldId { get; init; }

    /// <summary>Whether answers go to a data field.</summary>
    public bool IsAssignedToContactDataField { get; init; }

    /// <summary>The data field.</summary>
    public string? AssignedContactDataFieldName { get; init; }

    /// <summary>What happens when that data field has a value.</summary>
    public SurveyExistingDataAction AssignedContactDataExistsAction { get; init; }
}
