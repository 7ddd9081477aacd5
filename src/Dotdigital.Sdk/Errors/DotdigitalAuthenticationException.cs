namespace Dotdigital.Sdk.Errors;

/// <summary>401 or 403: the API user is wrong, locked or lacks the right, or the host is of another region.</summary>
public sealed class DotdigitalAuthenticationException : DotdigitalApiException
{
    /// <summary>Creates the error.</summary>
    /// <param name="failure">What was answered.</param>
    public DotdigitalAuthenticationException(DotdigitalApiFailure failure)
        : base(failure, "Check the API user, its password and rights, and that the endpoint is the account's region.")
    {
    }
}
