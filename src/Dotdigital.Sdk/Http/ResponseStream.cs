namespace Dotdigital.Sdk.Http;

/// <summary>
/// An answer's body read by the caller: it owns the connection, every read has the time of one attempt, and what breaks is the typed error.
/// </summary>
internal sealed class ResponseStream(Stream inner, HttpResponseMessage response, RequestPipeline pipeline, ApiOperation operation) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await pipeline.Services.Retries.Attempt
                .ExecuteAsync(static async (s, token) => await s.inner.ReadAsync(s.buffer, token).ConfigureAwait(false), (inner, buffer), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (TransportErrors.IsTransport(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw TransportErrors.From(pipeline.Session.Name, operation, e);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return inner.Read(buffer, offset, count);
        }
        catch (Exception e) when (TransportErrors.IsTransport(e))
        {
            throw TransportErrors.From(pipeline.Session.Name, operation, e);
        }
    }

    public override void Flush()
    {
        // Nothing is ever written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            response.Dispose();
        }

        base.Dispose(disposing);
    }
}
