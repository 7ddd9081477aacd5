using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.SingleSignOn;

/// <summary>
/// The <c>state</c> of an authorise request: an unguessable id that finds it, an unguessable proof of which only the hash is stored, and the account,
/// since every account's callback comes to one page.
/// </summary>
/// <param name="Id">16 random bytes.</param>
/// <param name="Proof">32 random bytes.</param>
/// <param name="Account">The account.</param>
internal sealed record SignInState(string Id, string Proof, AccountId Account)
{
    private const int IdLength = 16;
    private const int ProofLength = 32;
    private const int Longest = 512;

    public static SignInState New(AccountId account) => new(
        Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdLength)), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(ProofLength)), account);

    /// <summary>The state as it comes back; null for anything else.</summary>
    public static SignInState? Parse(string? text)
    {
        if (text is null or { Length: > Longest } || text.Split('.') is not [var id, var proof, var account] || !IsBase64(id, IdLength) || !IsBase64(proof, ProofLength) || !Base64Url.IsValid(account))
        {
            return null;
        }

        var name = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(account));
        return string.IsNullOrWhiteSpace(name) || name.Length > 64 ? null : new SignInState(id, proof, new AccountId(name));
    }

    /// <summary>What is stored of the proof.</summary>
    public string HashProof() => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(Proof)));

    /// <summary>The text for the request.</summary>
    public string ToText() => $"{Id}.{Proof}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Account.Value))}";

    /// <summary>The account only.</summary>
    public override string ToString() => $"sign-in state of account '{Account}'";

    private static bool IsBase64(string text, int bytes) => Base64Url.IsValid(text, out var length) && length == bytes;
}
