using System.Text;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.Imports;

/// <summary>Gets the CSV file out of a request: JSON with base64, or multipart with a file name in Content-Disposition.</summary>
internal static class UploadedFile
{
    public static byte[] Read(ApiRequest request)
        => request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true ? Multipart(request) : Base64(request);

    private static byte[] Base64(ApiRequest request)
    {
        using var document = request.Json();
        var name = document.RootElement.Text("fileName");
        if (string.IsNullOrEmpty(name) || !name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            throw ApiErrorException.V2(400, "ERROR_IMPORT_UNSUPPORTED_FORMAT", "The file must have a name that ends in .csv.");
        }

        return document.RootElement.TryGet("data", out var data) && data.ValueKind == System.Text.Json.JsonValueKind.String && data.TryGetBytesFromBase64(out var bytes)
            ? bytes
            : throw ApiErrorException.V2(400, "ERROR_MALFORMED_REQUEST", "The data is not base64.");
    }

    private static byte[] Multipart(ApiRequest request)
    {
        var boundary = request.ContentType!.Split(';').Select(p => p.Trim())
            .FirstOrDefault(p => p.StartsWith("boundary=", StringComparison.OrdinalIgnoreCase))?["boundary=".Length..].Trim('"');
        if (string.IsNullOrEmpty(boundary))
        {
            throw ApiErrorException.V2(400, "ERROR_MALFORMED_REQUEST", "The multipart body has no boundary.");
        }

        var delimiter = Encoding.ASCII.GetBytes($"--{boundary}");
        var body = request.Body.AsSpan();
        byte[]? file = null;
        var start = body.IndexOf(delimiter);
        while (start >= 0)
        {
            var part = body[(start + delimiter.Length)..];
            var end = part.IndexOf(delimiter);
            var headersEnd = part.IndexOf("\r\n\r\n"u8);
            if (end < 0 || headersEnd < 0 || headersEnd > end)
            {
                break;
            }

            var headers = Encoding.UTF8.GetString(part[..headersEnd]);
            if (headers.Contains("filename", StringComparison.OrdinalIgnoreCase))
            {
                file = file is null
                    ? part[(headersEnd + 4)..Math.Max(headersEnd + 4, end - 2)].ToArray()
                    : throw ApiErrorException.V2(400, "ERROR_MULTI_FILE_UPLOAD_NOT_ALLOWED", "Upload one file a call.");
            }

            body = part;
            start = end;
        }

        return file ?? throw ApiErrorException.V2(400, "ERROR_MALFORMED_REQUEST", "No part of the body has a file name in its Content-Disposition.");
    }
}
