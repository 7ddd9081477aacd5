using System.Security.Cryptography;
using System.Text;

namespace Dotdigital.Sdk.Integration.Secrets;

/// <summary>AES-GCM under a key that only this process has, for trials. The purpose is authenticated with the text.</summary>
internal sealed class InMemorySecretProtector : ISecretProtector, IDisposable
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string Protect(SecretPurpose purpose, string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var clear = Encoding.UTF8.GetBytes(secret);
        var box = new byte[NonceLength + TagLength + clear.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var aes = new AesGcm(_key, TagLength);
        aes.Encrypt(box.AsSpan(0, NonceLength), clear, box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength), Bind(purpose));
        CryptographicOperations.ZeroMemory(clear);
        return Convert.ToBase64String(box);
    }

    public string Unprotect(SecretPurpose purpose, string protectedSecret)
    {
        ArgumentNullException.ThrowIfNull(protectedSecret);
        try
        {
            var box = Convert.FromBase64String(protectedSecret);
            var clear = new byte[Math.Max(0, box.Length - NonceLength - TagLength)];
            using var aes = new AesGcm(_key, TagLength);
            aes.Decrypt(box.AsSpan(0, NonceLength), box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength), clear, Bind(purpose));
            return Encoding.UTF8.GetString(clear);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException or ArgumentException)
        {
            throw SecretException.Unreadable(purpose, unreadable);
        }
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(_key);

    /// <summary>Lengths before the texts: no two purposes give the same bytes.</summary>
    private static byte[] Bind(SecretPurpose purpose) =>
        Encoding.UTF8.GetBytes(string.Create(null, $"{(int)purpose.Kind}|{purpose.Account.Value.Length}|{purpose.Account.Value}|{purpose.User.Length}|{purpose.User}"));
}
