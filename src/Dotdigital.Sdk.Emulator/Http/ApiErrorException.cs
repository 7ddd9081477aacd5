using System.Text.Json;

namespace Dotdigital.Sdk.Emulator.Http;

/// <summary>A refusal, thrown anywhere below an endpoint and answered as v2 or v3 do (error-codes.yml).</summary>
internal sealed class ApiErrorException : Exception
{
    public ApiErrorException()
        : this(ApiResult.Message(500, "ERROR_UNKNOWN"))
    {
    }

    public ApiErrorException(string message)
        : base(message) => Result = ApiResult.Message(500, message);

    public ApiErrorException(string message, Exception innerException)
        : base(message, innerException) => Result = ApiResult.Message(500, message);

    private ApiErrorException(ApiResult result)
        : base(result.ToString()) => Result = result;

    public ApiResult Result { get; }

    public static ApiErrorException V2(int status, string token, string sentence) => new(ApiResult.Message(status, $"{sentence} {token}"));

    public static ApiErrorException V3(int status, string code, string description, params (string Item, string Description)[] details)
        => new(ApiResult.Json(status, writer => Write(writer, code, description, details)));

    private static void Write(Utf8JsonWriter writer, string code, string description, (string Item, string Description)[] details)
    {
        writer.WriteStartObject();
        writer.WriteString("errorCode", code);
        writer.WriteString("description", description);
        if (details.Length > 0)
        {
            writer.WriteStartArray("details");
            foreach (var (item, text) in details)
            {
                writer.WriteStartObject();
                writer.WriteString("item", item);
                writer.WriteString("description", text);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
