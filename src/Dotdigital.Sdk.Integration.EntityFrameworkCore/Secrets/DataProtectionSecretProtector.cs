using System.Security.Cryptography;
using Dotdigital.Sdk.Integration.Secrets;
using Microsoft.AspNetCore.DataProtection;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Secrets;

/// <summary>Data Protection with a purpose for every account, kind and person.</summary>
internal sealed class DataProtectionSecretProtector(IDataProtectionProvider provider) : ISecretProtector
{
    private const string Root = "Dotdigital.Sdk.Integration.Secrets";

    public string Protect(SecretPurpose purpose, string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return For(purpose).Protect(secret);
    }

    public string Unprotect(SecretPurpose purpose, string protectedSecret)
    {
        ArgumentNullException.ThrowIfNull(protectedSecret);
        try
        {
            return For(purpose).Unprotect(protectedSecret);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException)
        {
            throw SecretException.Unreadable(purpose, unreadable);
        }
    }

    /// <summary>The parts are a chain of purposes, not one text: no account's name can be written so that it reads as another purpose.</summary>
    private IDataProtector For(SecretPurpose purpose) => provider.CreateProtector(Root, "v1", purpose.Kind.ToString(), $"account {purpose.Account}", $"user {purpose.User}");
}
