using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Secrets;

/// <summary>A secret cannot be stored, or a stored one cannot be read. Only what needs this secret stops; other accounts go on.</summary>
public sealed class SecretException : DotdigitalException
{
    /// <summary>Says what is wrong, and the remedy.</summary>
    /// <param name="purpose">The secret.</param>
    /// <param name="problem">What is wrong and what to do; continues "The API password of account 'x' ".</param>
    /// <param name="innerException">The cause; must hold no secret.</param>
    public SecretException(SecretPurpose purpose, string problem, Exception? innerException = null)
        : base($"The {Describe(purpose.Kind)} of account '{purpose.Account}' {problem}", innerException) => (Account, Kind) = (purpose.Account, purpose.Kind);

    /// <summary>The account.</summary>
    public AccountId Account { get; }

    /// <summary>What the secret opens.</summary>
    public SecretKind Kind { get; }

    /// <summary>The error of a ciphertext that cannot be read, with the remedy for its kind.</summary>
    /// <param name="purpose">The secret.</param>
    /// <param name="innerException">The cause; must hold no secret.</param>
    public static SecretException Unreadable(SecretPurpose purpose, Exception? innerException = null) => new(
        purpose,
        $"cannot be decrypted: the key ring that encrypted it is lost or is not shared with this process, or the stored value was changed. Restore the key ring, or {Remedy(purpose.Kind)}.",
        innerException);

    private static string Describe(SecretKind kind) => kind switch
    {
        SecretKind.ApiPassword => "API password",
        SecretKind.SingleSignOnClientSecret => "single sign-on client secret",
        SecretKind.WebhookSecrets => "webhook secret",
        _ => "single sign-on token of a person",
    };

    private static string Remedy(SecretKind kind) => kind switch
    {
        SecretKind.ApiPassword => $"set the password again with {nameof(IAccountService)}.{nameof(IAccountService.RotatePasswordAsync)}",
        SecretKind.SingleSignOnClientSecret => $"set it again with {nameof(IAccountService)}.{nameof(IAccountService.UpdateAsync)}",
        SecretKind.WebhookSecrets => $"set it again with {nameof(IAccountService)}.{nameof(IAccountService.SetWebhookSecretsAsync)}",
        _ => "have the person connect again",
    };
}
