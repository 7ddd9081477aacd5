using System.Text.Json;

namespace Dotdigital.Sdk.Surveys;

/// <summary>An answer to one field (<c>ApiSurveyGivenAnswer</c>).</summary>
public sealed record SurveyAnswer
{
    /// <summary>The field.</summary>
    public int FieldId { get; init; }

    /// <summary>The field in it.</summary>
    public int? SubFieldId { get; init; }

    /// <summary>What was answered: text, a number, a choice or a list of them, as the JSON that came.</summary>
    public JsonElement? Value { get; init; }
}
