using Dotdigital.Sdk.Integration.Diagnostics;

namespace Quickstart.Story;

/// <summary>Everybody goes to Dotdigital, whose watchdog takes its time; then the status is asked and the new contacts' ids are read.</summary>
internal sealed class FirstExportAct : IAct
{
    public string Name => "export, wait for the watchdog, settle";

    public async Task<string> PlayAsync(StoryContext story, CancellationToken cancellationToken)
    {
        await story.Engine.ExportUntilSettledAsync(cancellationToken);
        return $"{story.Played[^1].Sent(StepNames.SendContacts):N0} rows sent; {story.Dotdigital.AddressBooks.Single(book => book.Id == story.BookId).Subscribed:N0} contacts in the book";
    }
}
