using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.Imports;

/// <summary>Reads merge options. v2 takes the name or (documentation) the number.</summary>
internal static class MergeOptions
{
    public static MergeOption V2(string? text) => text?.ToUpperInvariant() switch
    {
        null or "" or "OVERWRITE" or "0" => MergeOption.Overwrite,
        "ONLYOVERWRITEIFNOTEMPTY" or "1" => MergeOption.OverwriteIfNotEmpty,
        "ONLYOVERWRITEIFCONTACTDATANOTPOPULATED" or "2" => MergeOption.OverwriteIfEmpty,
        _ => throw ApiErrorException.V2(400, "ERROR_PARAMETER_INVALID", $"'{text}' is not a merge option."),
    };

    public static MergeOption V3(string? text) => text?.ToUpperInvariant() switch
    {
        null or "" or "OVERWRITE" => MergeOption.Overwrite,
        "OVERWRITEIFNOTEMPTY" => MergeOption.OverwriteIfNotEmpty,
        "OVERWRITEIFEMPTY" => MergeOption.OverwriteIfEmpty,
        _ => throw ApiErrorException.V3(400, "contacts:invalidMergeOption", $"The merge option '{text}' is invalid"),
    };
}
