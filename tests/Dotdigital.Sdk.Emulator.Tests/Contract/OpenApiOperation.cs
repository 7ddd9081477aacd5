using System.Globalization;
using System.Text.Json;

namespace Dotdigital.Sdk.Emulator.Tests.Contract;

/// <summary>One operation of an OpenAPI file, and the check of an answer against it.</summary>
internal sealed record OpenApiOperation(JsonElement Root, string Method, string Path, JsonElement Responses)
{
    /// <summary>What is wrong with an answer; empty if nothing is.</summary>
    public List<string> Check(int status, ReadOnlySpan<byte> body)
    {
        if (!Responses.TryGetProperty(status.ToString(CultureInfo.InvariantCulture), out var response))
        {
            return [$"The status {status} is not documented."];
        }

        if (!response.TryGetProperty("content", out var content) || !content.TryGetProperty("application/json", out var json))
        {
            return [];
        }

        var reader = new Utf8JsonReader(body);
        var problems = new List<string>();
        new SchemaChecker(Root, problems).Check(json.GetProperty("schema"), JsonElement.ParseValue(ref reader), "$");
        return problems;
    }
}
