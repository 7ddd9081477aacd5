namespace Dotdigital.Sdk.Integration.Secrets;

/// <summary>Encrypts the secrets that the engine stores. Safe for use from many threads.</summary>
public interface ISecretProtector
{
    /// <summary>Encrypts.</summary>
    /// <param name="purpose">Whose secret it is, and what for.</param>
    /// <param name="secret">The clear text.</param>
    /// <returns>The ciphertext, as text to store.</returns>
    /// <exception cref="SecretException">No protector is registered.</exception>
    string Protect(SecretPurpose purpose, string secret);

    /// <summary>Decrypts.</summary>
    /// <param name="purpose">The purpose it was encrypted for.</param>
    /// <param name="protectedSecret">The ciphertext.</param>
    /// <returns>The clear text.</returns>
    /// <exception cref="SecretException">The ciphertext was made for another purpose, or with a key that is not there.</exception>
    string Unprotect(SecretPurpose purpose, string protectedSecret);
}
