using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Surveys;

/// <summary>A response to a survey (<c>ApiSurveyResponse</c>).</summary>
public sealed record SurveyResponse
{
    /// <summary>Its id.</summary>
    public int Id { get; init; }

    /// <summary>The respondent's email address; <see langword="null"/> when unknown.</summary>
    public string? Email { get; init; }

    /// <summary>Whether it was begun.</summary>
    [JsonPropertyName("started")]
    public bool IsStarted { get; init; }

    /// <summary>When it was begun, UTC.</summary>
    public DateTimeOffset? DateStarted { get; init; }

    /// <summary>Whether it was completed.</summary>
    [JsonPropertyName("complete")]
    public bool IsComplete { get; init; }

    /// <summary>When it was completed, UTC.</summary>
    public DateTimeOffset? DateCompleted { get; init; }

    /// <summary>The answers.</summary>
    [JsonPropertyName("givenAnswers")]
    public IReadOnlyList<SurveyAnswer> Answers { get; init => field = value ?? []; } = [];
}
