namespace Dotdigital.Sdk.Surveys;

/// <summary>A page of a survey (<c>ApiSurveyPage</c>).</summary>
public sealed record SurveyPage
{
    /// <summary>Its id.</summary>
    public int Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Its fields.</summary>
    public IReadOnlyList<SurveyField> Fields { get; init => field = value ?? []; } = [];
}
