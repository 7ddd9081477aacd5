using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>A failure as it may be stored and shown: the words of exceptions that are not ours may hold what must not be kept (rule 7 of DESIGN section 4).</summary>
internal static class FailureWords
{
    private const int MaxLength = 1000;

    public static (string Code, string Text) Of(Exception? failure, string words)
    {
        var text = failure switch
        {
            DotdigitalException known => known.Message,
            null => words,
            AggregateException all when all.InnerExceptions.All(static one => one is DotdigitalException) => words,
            _ => $"{failure.GetType().Name}; the log has its words.",
        };
        var code = (failure as DotdigitalApiException)?.ErrorCode ?? failure?.GetType().Name ?? "StepFailed";
        return (code, text.Length > MaxLength ? text[..MaxLength] : text);
    }
}
