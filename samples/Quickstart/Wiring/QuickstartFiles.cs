using Microsoft.Data.Sqlite;

namespace Quickstart.Wiring;

/// <summary>The three databases: the shop's, the engine's and the emulator's. Deleted at the end unless they are to be kept.</summary>
internal sealed class QuickstartFiles : IDisposable
{
    private readonly string? _folder;

    public QuickstartFiles(string? kept)
    {
        if (kept is null)
        {
            _folder = Directory.CreateTempSubdirectory("quickstart-").FullName;
        }

        Engine = kept ?? Path.Combine(_folder!, "dotdigital.db");
        Shop = kept is null ? Path.Combine(_folder!, "shop.db") : kept + ".shop";
        Emulator = kept is null ? null : kept + ".emulator";
        Directory.CreateDirectory(Path.GetDirectoryName(Engine)!);
    }

    public string Engine { get; }

    public string Shop { get; }

    /// <summary>Null: the emulator need not outlive this run.</summary>
    public string? Emulator { get; }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
