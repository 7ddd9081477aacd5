using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Tests.Http;

/// <summary>Credentials go only to whom a certificate names.</summary>
public sealed class TlsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CertificateThatNobodyVouchesFor_IsRefused_BeforeAnythingIsSent()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var received = ReceiveAsync(listener, certificate);
        await using var services = TestClients.Build(new($"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}"), o => o.MaxRetries = 0);

        var error = await Assert.ThrowsAsync<DotdigitalTransportException>(
            () => services.GetRequiredService<IDotdigitalClient>().AddressBooks.GetPageAsync(cancellationToken: Token));

        Assert.False(error.RequestMayHaveBeenAccepted);
        Assert.Contains("SecureConnectionError", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await received);
    }

    /// <summary>The bytes of the request that came through.</summary>
    private static async Task<int> ReceiveAsync(TcpListener listener, X509Certificate2 certificate)
    {
        using var client = await listener.AcceptTcpClientAsync(Token);
        await using var stream = new SslStream(client.GetStream());
        try
        {
            await stream.AuthenticateAsServerAsync(certificate);
            return await stream.ReadAsync(new byte[1024], Token);
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            return 0;
        }
    }
}
