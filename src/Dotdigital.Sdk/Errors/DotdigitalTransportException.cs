namespace Dotdigital.Sdk.Errors;

/// <summary>No answer came: the connection failed or broke, or the attempt timed out.</summary>
public sealed class DotdigitalTransportException : DotdigitalException
{
    /// <summary>Creates the error.</summary>
    /// <param name="accountName">The host's name for the account.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="requestMayHaveBeenAccepted">Whether the server may have acted on the request.</param>
    /// <param name="isTimeout">Whether the attempt timed out.</param>
    /// <param name="reason">What went wrong, without secrets.</param>
    /// <param name="innerException">The cause.</param>
    public DotdigitalTransportException(
        string accountName, string operation, bool requestMayHaveBeenAccepted, bool isTimeout, string reason, Exception? innerException)
        : base(
            $"{operation} for account '{accountName}' got no answer: {reason}. " +
            (requestMayHaveBeenAccepted
                ? "Dotdigital may have acted on it: verify before repeating what creates or changes."
                : "The connection was never made: it is safe to repeat."),
            innerException)
    {
        AccountName = accountName;
        Operation = operation;
        RequestMayHaveBeenAccepted = requestMayHaveBeenAccepted;
        IsTimeout = isTimeout;
    }

    /// <summary>The host's name for the account.</summary>
    public string AccountName { get; }

    /// <summary>The operation.</summary>
    public string Operation { get; }

    /// <summary>Whether Dotdigital may have acted on the request; <see langword="false"/> only when the connection was never made.</summary>
    public bool RequestMayHaveBeenAccepted { get; }

    /// <summary>Whether the attempt timed out.</summary>
    public bool IsTimeout { get; }
}
