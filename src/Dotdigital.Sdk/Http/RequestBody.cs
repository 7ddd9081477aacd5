using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dotdigital.Sdk.Http;

/// <summary>Bodies of requests; each is made afresh for every attempt, from memory that is shared.</summary>
internal static class RequestBody
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public static Func<HttpContent> FromJson<T>(T value, JsonTypeInfo<T> type) =>
        FromUtf8Json(JsonSerializer.SerializeToUtf8Bytes(value, type));

    public static Func<HttpContent> FromUtf8Json(ReadOnlyMemory<byte> utf8) =>
        () => new ReadOnlyMemoryContent(utf8) { Headers = { ContentType = Json } };

    /// <summary>A file as multipart/form-data, with its name in Content-Disposition: without one the API answers 400.</summary>
    public static Func<HttpContent> FromFile(ReadOnlyMemory<byte> content, string fileName, string mediaType)
    {
        CheckName(fileName);
        return () => ToForm(new ReadOnlyMemoryContent(content), fileName, mediaType);
    }

    /// <summary>The same, straight from a stream.</summary>
    public static UploadBody FromFile(Stream content, string fileName, string mediaType)
    {
        CheckName(fileName);
        return new(content, upload => ToForm(new UploadContent(upload), fileName, mediaType));
    }

    /// <summary>A file as v2 takes it in JSON (<c>ApiFileMedia</c>), turned to base64 on the way from the stream to the wire.</summary>
    public static UploadBody FromBase64File(Stream content, string fileName)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        if (fileName.AsSpan().ContainsAny("\\/\r\n\0"))
        {
            throw new ArgumentException("The file name must be without slashes and line breaks.", nameof(fileName));
        }

        return new(content, upload => new Base64FileContent(upload, fileName) { Headers = { ContentType = Json } });
    }

    private static void CheckName(string fileName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        if (fileName.AsSpan().ContainsAny("\"\\/\r\n\0") || !System.Text.Ascii.IsValid(fileName))
        {
            throw new ArgumentException("The file name must be ASCII, without quotes, slashes and line breaks.", nameof(fileName));
        }
    }

    private static MultipartFormDataContent ToForm(HttpContent file, string fileName, string mediaType)
    {
        file.Headers.ContentType = new(mediaType);
        file.Headers.ContentDisposition = new("form-data") { Name = "\"file\"", FileName = $"\"{fileName}\"" };
        return new MultipartFormDataContent { file };
    }
}
