namespace Dotdigital.Sdk.Tests.Testing;

/// <summary>The repository that the tests run in.</summary>
internal static class RepositoryRoot
{
    /// <summary>Its folder; where the tests run, when they run elsewhere.</summary>
    public static string Folder { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dotdigital.Sdk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
