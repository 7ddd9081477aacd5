using System.Net.Http.Headers;
using System.Text;
using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Http;

/// <summary>One account's name, credentials and token, and the state shared by all its clients. Its text never shows a secret.</summary>
internal sealed class AccountSession
{
    private readonly string password;
    private readonly string basicToken;

    public AccountSession(DotdigitalAccountOptions account, Uri? endpoint, AccountState state)
    {
        Name = account.Name;
        Endpoint = endpoint;
        State = state;
        IntegrationToken = account.IntegrationToken?.ToString("D");
        password = account.Password;
        basicToken = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.UserName}:{account.Password}"));
        Authorization = new("Basic", basicToken);
    }

    public string Name { get; }

    /// <summary>The host, when it was configured and checked.</summary>
    public Uri? Endpoint { get; }

    public AccountState State { get; }

    public string? IntegrationToken { get; }

    public AuthenticationHeaderValue Authorization { get; }

    /// <summary>The text without this account's secrets, should a server or proxy have echoed them.</summary>
    public string? Redact(string? text) => text?
        .Replace(basicToken, Redaction.Secret, StringComparison.Ordinal)
        .Replace(password, Redaction.Secret, StringComparison.Ordinal);

    public override string ToString() => $"{Name} (credentials not shown)";
}
