using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dotdigital.Sdk.Emulator.Http;

/// <summary>A complete answer: status, body, type.</summary>
internal sealed class ApiResult(int status, ReadOnlyMemory<byte> body, string? contentType)
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int Status { get; } = status;

    public ReadOnlyMemory<byte> Body { get; } = body;

    public string? ContentType { get; } = contentType;

    public static ApiResult Empty(int status) => new(status, default, null);

    public static ApiResult Bytes(ReadOnlyMemory<byte> body, string contentType) => new(200, body, contentType);

    public static ApiResult Json(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            write(writer);
        }

        return new ApiResult(status, buffer.WrittenMemory, "application/json; charset=utf-8");
    }

    public static ApiResult Json(Action<Utf8JsonWriter> write) => Json(200, write);

    /// <summary>One page of a list, in the order given.</summary>
    public static ApiResult Array<T>(IEnumerable<T> items, (int Skip, int Take) page, Action<Utf8JsonWriter, T> write) => Json(writer =>
    {
        writer.WriteStartArray();
        foreach (var item in items.Skip(page.Skip).Take(page.Take))
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    });

    public static ApiResult Message(int status, string message) => Json(status, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("message", message);
        writer.WriteEndObject();
    });

    public override string ToString() => $"{Status} {Encoding.UTF8.GetString(Body.Span)}";
}
