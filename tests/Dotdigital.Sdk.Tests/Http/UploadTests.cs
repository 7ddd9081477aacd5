using System.Net;
using System.Text.Json;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dotdigital.Sdk.Tests.Http;

public sealed class UploadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(200_000)]
    public async Task Document_OfAnyLength_IsBase64InTheJsonTheApiTakes_AndTheStreamStaysOpen(int length)
    {
        var file = new byte[length];
        new Random(length).NextBytes(file);
        using var stream = new MemoryStream([9, 9, .. file]) { Position = 2 };
        using var handler = new Wire(TimeProvider.System);
        await using var services = TestClients.Build(new("http://localhost:1"), handler: handler);

        var document = await services.GetRequiredService<IDotdigitalClient>().Documents.UploadAsync(5, "Größe \"1\".pdf", stream, Token);

        using var body = JsonDocument.Parse(Assert.Single(handler.Bodies));
        Assert.Equal("Größe \"1\".pdf", body.RootElement.GetProperty("fileName").GetString());
        Assert.Equal(file, body.RootElement.GetProperty("data").GetBytesFromBase64());
        Assert.Equal(handler.Bodies[0].Length, handler.Lengths[0]);
        Assert.Equal("application/json", handler.MediaTypes[0]);
        Assert.Equal(1, document.Id);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task RefusedForTheRateLimit_StreamThatCanSeek_IsSentWholeAgain()
    {
        var time = new FakeTimeProvider(FakeTime.Start);
        using var stream = new MemoryStream("Email\r\na@example.com\r\n"u8.ToArray());
        using var handler = new Wire(time) { Refusals = 1 };
        await using var services = TestClients.Build(new("http://localhost:1"), time: time, handler: handler);

        await time.RunAsync(services.GetRequiredService<IDotdigitalClient>().ContactImports.ImportCsvAsync(5, stream, cancellationToken: Token));

        Assert.Equal(2, handler.Bodies.Count);
        Assert.All(handler.Bodies, b => Assert.Contains("a@example.com", System.Text.Encoding.UTF8.GetString(b), StringComparison.Ordinal));
    }

    [Fact]
    public async Task RefusedForTheRateLimit_StreamThatCannotSeek_IsNeverSentHalf()
    {
        using var stream = new Endless(1000);
        using var handler = new Wire(TimeProvider.System) { Refusals = 1 };
        await using var services = TestClients.Build(new("http://localhost:1"), handler: handler);

        await Assert.ThrowsAsync<DotdigitalRateLimitedException>(() => services.GetRequiredService<IDotdigitalClient>().ContactImports.ImportCsvIntoAccountAsync(stream, cancellationToken: Token));

        Assert.Single(handler.Bodies);
    }

    [Fact]
    public async Task LargeStream_IsNeverWholeInMemory()
    {
        const int Size = 64 * 1024 * 1024;
        using var stream = new Endless(Size);
        var held = 0L;
        using var handler = new Wire(TimeProvider.System) { KeepsBodies = false, Written = bytes => held = Math.Max(held, stream.Taken - (bytes * 3 / 4)) };
        await using var services = TestClients.Build(new("http://localhost:1"), handler: handler);

        await services.GetRequiredService<IDotdigitalClient>().Images.UploadAsync(5, "large.png", stream, Token);

        Assert.Equal(Size, stream.Taken);
        Assert.InRange(held, 0, 1024 * 1024);
    }

    [Fact]
    public async Task Document_TooLargeForTheApi_IsRefusedBeforeAnyCall()
    {
        using var stream = new MemoryStream(new byte[(10 * 1024 * 1024) + 1]);
        using var handler = new Wire(TimeProvider.System);
        await using var services = TestClients.Build(new("http://localhost:1"), handler: handler);

        var error = await Assert.ThrowsAsync<ArgumentException>(() => services.GetRequiredService<IDotdigitalClient>().Documents.UploadAsync(5, "a.pdf", stream, Token));

        Assert.Contains("10 MB", error.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Bodies);
    }

    private sealed class Wire(TimeProvider time) : HttpMessageHandler
    {
        public int Refusals { get; set; }

        public bool KeepsBodies { get; init; } = true;

        public List<byte[]> Bodies { get; } = [];

        public List<long?> Lengths { get; } = [];

        public List<string?> MediaTypes { get; } = [];

        /// <summary>Told how many bytes were written whenever some were.</summary>
        public Action<long>? Written { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var kept = new MemoryStream();
            Lengths.Add(request.Content!.Headers.ContentLength);
            MediaTypes.Add(request.Content.Headers.ContentType?.MediaType);
            using var counted = new Counting(KeepsBodies ? kept : Stream.Null, Written);
            await request.Content.CopyToAsync(counted, cancellationToken);
            Bodies.Add(kept.ToArray());
            var refused = Refusals-- > 0;
            var response = new HttpResponseMessage(refused ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK) { Content = new StringContent($$"""{"id":{{(request.RequestUri!.AbsolutePath.Contains("import", StringComparison.Ordinal) ? $"\"{Guid.Empty}\"" : "1")}}}""") };
            response.Headers.Date = time.GetUtcNow();
            if (refused)
            {
                response.Headers.RetryAfter = new(TimeSpan.FromSeconds(5));
            }

            return response;
        }
    }

    /// <summary>Bytes that nobody holds, and that come once.</summary>
    private sealed class Endless(long size) : Stream
    {
        private long left = size;

        public long Taken { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(left, count);
            buffer.AsSpan(offset, read).Fill((byte)'a');
            left -= read;
            Taken += read;
            return read;
        }

        public override void Flush()
        {
            // Nothing is written.
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private sealed class Counting(Stream inner, Action<long>? told) : Stream
    {
        public long Written { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Written;

        public override long Position
        {
            get => Written;
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            Written += count;
            inner.Write(buffer, offset, count);
            told?.Invoke(Written);
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
