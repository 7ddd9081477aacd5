namespace Dotdigital.Sdk.Errors;

/// <summary>Dotdigital answered with success, but the answer cannot be read. Its content is never part of the error.</summary>
public sealed class DotdigitalResponseException : DotdigitalException
{
    /// <summary>Creates the error.</summary>
    /// <param name="accountName">The host's name for the account.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="reason">What is wrong with the answer, without its content.</param>
    public DotdigitalResponseException(string accountName, string operation, string reason)
        : base($"The answer to {operation} for account '{accountName}' cannot be read: {reason}. The request itself was accepted.")
    {
        AccountName = accountName;
        Operation = operation;
    }

    /// <summary>The host's name for the account.</summary>
    public string AccountName { get; }

    /// <summary>The operation.</summary>
    public string Operation { get; }
}
