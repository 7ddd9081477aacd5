using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Secrets;

/// <summary>Whose secret it is and what for: a secret encrypted for one purpose cannot be read for another, so ciphertexts cannot be swapped.</summary>
/// <param name="Account">The account.</param>
/// <param name="Kind">What it opens.</param>
/// <param name="User">The person it belongs to, by the host's id; empty for the account itself.</param>
public readonly record struct SecretPurpose(AccountId Account, SecretKind Kind, string User = "");
