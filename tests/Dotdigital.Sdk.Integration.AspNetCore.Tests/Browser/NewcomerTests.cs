using Microsoft.Playwright;
using Xunit;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Browser;

/// <summary>Somebody who has read nothing, in front of the running sample.</summary>
public sealed class NewcomerTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task ANewcomer_ConnectsAList_MapsAField_Syncs_AndFindsOutWhyAPersonWasNotExported()
    {
        await using var host = await WebHostProcess.StartAsync();
        await using var window = await Window.OpenAsync(chromium, host.Dashboard);
        await window.GoToAsync();
        await window.ClickAsync("Sign in as a marketer, who may change everything");

        // Looks at what connecting would do, then connects.
        await window.FollowAsync("Connect");
        await window.Page.GetByLabel("Address book", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "VIP customers (0 contacts)" });
        await window.ClickAsync("Preview what would happen");
        await window.SeesAsync("Nothing was connected, created or sent");
        await window.KeepAsync("newcomer-preview");
        await window.ClickAsync("Connect");
        await window.SeesAsync("The list is connected");

        // Maps a field, and is told of a mistake while making it.
        await window.FollowAsync("Mappings");
        await window.FollowAsync("Edit the mapping of Customer");
        await window.ClickAsync("Add a row");
        var row = window.Page.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = "New row" });
        await row.GetByLabel("Field here").SelectOptionAsync("Town");
        await row.GetByLabel("Data field", new LocatorGetByLabelOptions { Exact = true }).SelectOptionAsync("POINTS");
        await Assertions.Expect(row).ToContainTextAsync("'POINTS' is Numeric");
        await row.GetByLabel("Data field", new LocatorGetByLabelOptions { Exact = true }).SelectOptionAsync("TOWN");
        await window.SeesAsync("This mapping can be saved. New or changed: TOWN.");
        await window.ClickAsync("Save");
        await window.SeesAsync("The mapping was saved");

        // Syncs, until the list says that both sides agree.
        await window.FollowAsync("Lists");
        await window.FollowAsync("best-customers");
        await window.ClickAsync("Sync now");
        await window.SeesAsync("A sync was asked for");
        await window.SeesInTimeAsync("In step Both sides agree.", TimeSpan.FromMinutes(3));
        await window.KeepAsync("newcomer-list");

        // Finds out why somebody is not exported.
        await window.FollowAsync("Person");
        await window.Page.GetByLabel("Email address").FillAsync("customer12@example.com");
        await window.ClickAsync("Explain");
        await window.SeesAsync("Not exported");
        await window.SeesAsync("opted out");
        await window.SeesAsync("Opted out of an address book");
        await window.KeepAsync("newcomer-person");

        // Opens Dotdigital signed in.
        await window.FollowAsync("Email Studio");
        await window.ClickAsync("Connect to Dotdigital");
        await Assertions.Expect(window.Page.Locator("body")).ToContainTextAsync("Signed in to main.");
    }
}
