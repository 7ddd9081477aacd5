using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard;

/// <summary>The style sheet and the script, from the assembly itself. Their addresses hold a hash of their content, so that browsers may keep them.</summary>
internal static class DashboardAssets
{
    /// <summary>The style sheet's name.</summary>
    public const string Style = "dashboard.css";

    /// <summary>The script's name.</summary>
    public const string Script = "dashboard.js";

    private static readonly ConcurrentDictionary<string, (byte[] Content, string Hash)> Loaded = new(StringComparer.Ordinal);

    /// <summary>What tells one version's asset from another's.</summary>
    public static string VersionOf(string name) => Load(name).Hash;

    /// <summary>Answers with an asset.</summary>
    public static async Task WriteAsync(HttpContext http, string name)
    {
        var (content, _) = Load(name);
        http.Response.ContentType = name.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
        http.Response.ContentLength = content.Length;
        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        await http.Response.Body.WriteAsync(content, http.RequestAborted).ConfigureAwait(false);
    }

    private static (byte[] Content, string Hash) Load(string name) => Loaded.GetOrAdd(name, static name =>
    {
        using var stream = typeof(DashboardAssets).Assembly.GetManifestResourceStream($"dashboard/{name}")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var content = memory.ToArray();
        return (content, Convert.ToHexStringLower(SHA256.HashData(content))[..16]);
    });
}
