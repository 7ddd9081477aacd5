using System.Net;
using System.Security.Cryptography;
using System.Text.Json;

namespace Dotdigital.Sdk.Http;

/// <summary>A file as JSON: <c>{"fileName":"…","data":"base64"}</c>, never as a whole in memory.</summary>
internal sealed class Base64FileContent(UploadBody body, string fileName) : HttpContent
{
    private readonly byte[] head = [.. "{\"fileName\":\""u8, .. JsonEncodedText.Encode(fileName).EncodedUtf8Bytes, .. "\",\"data\":\""u8];
    private readonly byte[] tail = "\"}"u8.ToArray();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(head, cancellationToken).ConfigureAwait(false);
        using var transform = new ToBase64Transform();
        var encoder = new CryptoStream(stream, transform, CryptoStreamMode.Write, leaveOpen: true);
        await using (encoder.ConfigureAwait(false))
        {
            await body.CopyToAsync(encoder, cancellationToken).ConfigureAwait(false);
            await encoder.FlushFinalBlockAsync(cancellationToken).ConfigureAwait(false);
        }

        await stream.WriteAsync(tail, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length is { } bytes ? head.Length + ((bytes + 2) / 3 * 4) + tail.Length : 0;
        return body.Length is not null;
    }
}
