using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore;
using Dotdigital.Sdk.Integration.Secrets;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Secrets;

/// <summary>What every protector keeps: the clear text comes back for the same purpose only.</summary>
public sealed class SecretProtectorTests
{
    private static readonly SecretPurpose Purpose = new(new AccountId("main"), SecretKind.SingleSignOnRefreshToken, "anna");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Secret_IsReadForItsPurposeOnly(bool dataProtection)
    {
        using var services = Build(dataProtection);
        var protector = services.GetRequiredService<ISecretProtector>();

        foreach (var secret in new[] { string.Empty, "s", "pässwörd \u2603", new string('x', 5000) })
        {
            var ciphertext = protector.Protect(Purpose, secret);
            Assert.Equal(secret, protector.Unprotect(Purpose, ciphertext));
            Assert.True(secret.Length < 3 || !ciphertext.Contains(secret, StringComparison.Ordinal));
            Assert.NotEqual(ciphertext, protector.Protect(Purpose, secret));
            Assert.Throws<SecretException>(() => protector.Unprotect(Purpose with { User = "bert" }, ciphertext));
            Assert.Throws<SecretException>(() => protector.Unprotect(Purpose with { Kind = SecretKind.ApiPassword }, ciphertext));
            Assert.Throws<SecretException>(() => protector.Unprotect(Purpose with { Account = new AccountId("other") }, ciphertext));
        }
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(false, "no base64 at all!")]
    [InlineData(false, "AAAA")]
    [InlineData(true, "")]
    [InlineData(true, "no base64 at all!")]
    [InlineData(true, "AAAA")]
    public void Garbage_IsATypedErrorThatNamesTheAccountAndTheRemedy(bool dataProtection, string garbage)
    {
        using var services = Build(dataProtection);

        var refused = Assert.Throws<SecretException>(() => services.GetRequiredService<ISecretProtector>().Unprotect(Purpose with { Kind = SecretKind.ApiPassword }, garbage));

        Assert.Contains("'main'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("RotatePasswordAsync", refused.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Build(bool dataProtection)
    {
        var builder = new ServiceCollection().AddDotdigitalIntegration();
        if (dataProtection)
        {
            builder.UseDataProtection(static keys => keys.UseEphemeralDataProtectionProvider());
        }
        else
        {
            builder.UseInMemorySecretProtector();
        }

        return builder.Services.BuildServiceProvider();
    }
}
