namespace Dotdigital.Sdk.Http;

/// <summary>
/// A body that comes from the caller's stream, from where it stands. A stream that can seek is read again for another attempt; one that cannot is
/// read once, and is spent then. It is never disposed here.
/// </summary>
internal sealed class UploadBody
{
    private const int BufferSize = 81920;
    private readonly Stream source;
    private readonly long start;
    private readonly Func<UploadBody, HttpContent> create;
    private bool begun;

    public UploadBody(Stream source, Func<UploadBody, HttpContent> create)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!source.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(source));
        }

        this.source = source;
        this.create = create;
        start = source.CanSeek ? source.Position : 0;
    }

    /// <summary>Whether there can be no other attempt.</summary>
    public bool IsSpent => begun && !source.CanSeek;

    /// <summary>How many bytes there are; <see langword="null"/> when the stream does not tell.</summary>
    public long? Length => source.CanSeek ? source.Length - start : null;

    public HttpContent Create() => create(this);

    public async Task CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        if (source.CanSeek)
        {
            source.Position = start;
        }

        begun = true;
        await source.CopyToAsync(target, BufferSize, cancellationToken).ConfigureAwait(false);
    }
}
