namespace Dotdigital.Sdk.Surveys;

/// <summary>A choice of a field (<c>ApiSurveyQuestionChoice</c>).</summary>
public sealed record SurveyChoice
{
    /// <summary>Its id.</summary>
    public int Id { get; init; }

    /// <summary>What it says.</summary>
    public string? Text { get; init; }
}
