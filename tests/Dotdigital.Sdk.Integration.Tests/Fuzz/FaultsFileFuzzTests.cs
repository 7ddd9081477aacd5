using System.Text;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Tests.Fuzz;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Fuzz;

/// <summary>Rule ST-6: whatever a faults file holds, it is read, or refused by the one error that is retried and then recorded.</summary>
public sealed class FaultsFileFuzzTests
{
    private const string File =
        "Reason,Email,FIRSTNAME,\"LAST \"\"NAME\"\"\"\r\nUnsubscribed,ann@example.com,Ann,\"A, B\"\r\n\"Suppressed by domain\",bob@example.com,Bob,\"two\r\nlines\"\r\nInvalid email,not an address,,\r\nHard bounced,carl@example.com,😀,İ\r\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ST6_AnyFaultsFile_IsReadOrRefusedByItsError()
    {
        var original = Encoding.UTF8.GetBytes(File);
        var read = 0;
        foreach (var seed in FuzzRuns.Seeds(4_000))
        {
            var spoiled = new Mutator(seed).Spoil(original);
            try
            {
                using var stream = new MemoryStream(spoiled);
                _ = await FaultsFile.ReadAsync(stream, Cancel);
                read++;
            }
            catch (FaultsFileException)
            {
                // As it should be.
            }
            catch (Exception e)
            {
                Assert.Fail($"Seed {seed}: {e} of {Convert.ToBase64String(spoiled)}");
            }
        }

        Assert.True(read > 0);
    }

    [Theory]
    [InlineData("Reason,Email\r\n", "Unsubscribed,a@example.com\r\n")]
    [InlineData("Reason,Email\r\n", "\"")]
    [InlineData("Reason,Email\r\n\"", "x")]
    [InlineData("", ",")]
    [InlineData("", "x")]
    [InlineData("Reason,Email\r\nUnsubscribed,", "x")]
    public async Task ST6_FaultsFileWithoutEnd_IsRefused_AndTakesNoMore(string start, string part)
    {
        var error = await Assert.ThrowsAsync<FaultsFileException>(() => FaultsFile.ReadAsync(new EndlessStream(start, part), Cancel));

        Assert.Contains("MB", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ST6_FaultsFileOfMorePeopleThanAnImportHas_IsRefused()
    {
        var rows = string.Concat(Enumerable.Range(1, 20_001).Select(static i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Unsubscribed,p{i}@example.com\r\n")));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"Reason,Email\r\n{rows}"));

        await Assert.ThrowsAsync<FaultsFileException>(() => FaultsFile.ReadAsync(stream, Cancel));
    }

    /// <summary>A start, then the same part for ever.</summary>
    private sealed class EndlessStream(string start, string part) : Stream
    {
        private readonly byte[] _start = Encoding.UTF8.GetBytes(start);
        private readonly byte[] _part = Encoding.UTF8.GetBytes(part);
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var i = 0; i < count; i++, _position++)
            {
                buffer[offset + i] = _position < _start.Length ? _start[_position] : _part[(_position - _start.Length) % _part.Length];
            }

            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
