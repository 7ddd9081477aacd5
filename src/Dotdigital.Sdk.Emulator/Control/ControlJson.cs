using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>The JSON of the control API: camelCase, enums by name.</summary>
internal static class ControlJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
}
