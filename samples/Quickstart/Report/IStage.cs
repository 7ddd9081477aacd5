using Dotdigital.Sdk.Integration.Diagnostics;

namespace Quickstart.Report;

/// <summary>Where the story is shown.</summary>
internal interface IStage
{
    /// <summary>Says one line.</summary>
    void Say(string line);

    /// <summary>Shows what goes on while <paramref name="work"/> runs.</summary>
    Task ShowAsync(string title, Func<IProgress<SyncProgress>, Task> work);

    /// <summary>Shows a table.</summary>
    void Show(TableView table);
}
