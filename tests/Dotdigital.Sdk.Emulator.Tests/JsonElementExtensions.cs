using System.Text.Json;

namespace Dotdigital.Sdk.Emulator.Tests;

internal static class JsonElementExtensions
{
    public static string? Str(this JsonElement element, string name) => element.GetProperty(name).GetString();

    public static int Int(this JsonElement element, string name) => element.GetProperty(name).GetInt32();

    public static string?[] Each(this JsonElement array, string name) => [.. array.EnumerateArray().Select(e => e.Str(name))];
}
