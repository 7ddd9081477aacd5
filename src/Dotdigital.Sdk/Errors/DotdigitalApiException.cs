using System.Net;

namespace Dotdigital.Sdk.Errors;

/// <summary>Dotdigital answered with an error status.</summary>
public class DotdigitalApiException : DotdigitalException
{
    /// <summary>Creates the error.</summary>
    /// <param name="failure">What was answered.</param>
    /// <param name="advice">What to do next; appended to the message.</param>
    public DotdigitalApiException(DotdigitalApiFailure failure, string? advice = null)
        : base(Describe(failure, advice))
    {
        Failure = failure;
    }

    /// <summary>All of what was answered.</summary>
    public DotdigitalApiFailure Failure { get; }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode => Failure.StatusCode;

    /// <summary>The v2 token (<c>ERROR_…</c>) or v3 code (<c>contacts:…</c>); <see langword="null"/> when there was none.</summary>
    public string? ErrorCode => Failure.ErrorCode;

    /// <summary>The operation, for example <c>AddressBooks.Create</c>.</summary>
    public string Operation => Failure.Operation;

    /// <summary>Dotdigital's own words; may name an email address, which the exception's message does not.</summary>
    public string? ApiMessage => Failure.ApiMessage;

    /// <summary>The template of the request's path, without values.</summary>
    public string RequestPath => Failure.Path;

    /// <summary>How long the server asked to wait before a retry.</summary>
    internal TimeSpan? RetryAfter { get; set; }

    /// <summary>Whether the error's code is the given one, ignoring case.</summary>
    /// <param name="code">A code, for example <see cref="DotdigitalErrorCodes.ImportReportNotFound"/>.</param>
    public bool HasCode(string code) => string.Equals(ErrorCode, code, StringComparison.OrdinalIgnoreCase);

    private static string Describe(DotdigitalApiFailure failure, string? advice)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var code = failure.ErrorCode is null ? "" : $", {failure.ErrorCode}";
        var words = failure.ApiMessage is null ? "" : $": {Redaction.Emails(failure.ApiMessage).TrimEnd(' ', '.')}";
        var next = advice is null ? "" : $" {advice}";
        return $"Dotdigital refused {failure.Operation} for account '{failure.AccountName}' ({failure.Path}) with {(int)failure.StatusCode}{code}{words}.{next}";
    }
}
