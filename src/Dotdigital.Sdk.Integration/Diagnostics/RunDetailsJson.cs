using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Integration.Diagnostics;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(RunDetails))]
internal sealed partial class RunDetailsJson : JsonSerializerContext;
