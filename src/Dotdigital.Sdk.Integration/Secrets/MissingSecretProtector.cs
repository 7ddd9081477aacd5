namespace Dotdigital.Sdk.Integration.Secrets;

/// <summary>In place of a protector that nobody registered: nothing is stored in the clear.</summary>
internal sealed class MissingSecretProtector : ISecretProtector
{
    private const string Remedy =
        "call UseDataProtection(...) of Dotdigital.Sdk.Integration.EntityFrameworkCore on the builder, register an ISecretProtector of your own, or call UseInMemorySecretProtector() for a trial.";

    public string Protect(SecretPurpose purpose, string secret) => throw new SecretException(purpose, $"cannot be stored, because nothing encrypts it: {Remedy}");

    public string Unprotect(SecretPurpose purpose, string protectedSecret) => throw new SecretException(purpose, $"cannot be read, because nothing decrypts it: {Remedy}");
}
