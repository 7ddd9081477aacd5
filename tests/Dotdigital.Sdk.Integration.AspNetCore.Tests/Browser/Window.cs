using Dotdigital.Sdk.Integration.AspNetCore.Tests.Dashboard;
using Microsoft.Playwright;
using Xunit;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Browser;

/// <summary>A browser window on the dashboard. Anything that the page's script or its security policy complains about fails the test.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Window(IBrowserContext context, IPage page, Uri root) => (_context, Page, Root) = (context, page, root);

    public IPage Page { get; }

    public Uri Root { get; }

    public static Task<Window> OpenAsync(Chromium chromium, DashboardBench bench, string? user = DashboardBench.Admin) => OpenAsync(chromium, bench.Root, user);

    public static async Task<Window> OpenAsync(Chromium chromium, Uri root, string? user = null, bool hasScript = true)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1180, Height = 800 },
            JavaScriptEnabled = hasScript,
            ReducedMotion = ReducedMotion.Reduce,
            ExtraHTTPHeaders = user is null ? [] : [KeyValuePair.Create(TestSignIn.Header, user)],
        });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        var window = new Window(context, page, root);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" && !message.Text.Contains("status of ", StringComparison.Ordinal))
            {
                window._complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => window._complaints.Add(error);
        return window;
    }

    public Task<IResponse?> GoToAsync(string path = "") => Page.GotoAsync(path.Length == 0 ? Root.AbsoluteUri : $"{Root.AbsoluteUri}/{path}");

    public Task ClickAsync(string button) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync();

    public Task FollowAsync(string link) => Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link }).First.ClickAsync();

    public async Task SeesAsync(string text) => await Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text);

    /// <summary>Waits for a text on a page that loads itself again, or is loaded again here.</summary>
    public async Task SeesInTimeAsync(string text, TimeSpan limit)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (string.Join(' ', (await Page.Locator("main").InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Contains(text, StringComparison.Ordinal))
            {
                return;
            }

            if (TimeProvider.System.GetElapsedTime(begin) > limit)
            {
                await SeesAsync(text);
                return;
            }

            await Page.WaitForTimeoutAsync(2000);
            await Page.ReloadAsync();
        }
    }

    /// <summary>Keeps pictures of the page as test output, in light, dark and narrow; narrow it must not need to be scrolled sideways.</summary>
    public async Task KeepAsync(string name, bool isOfDashboard = true)
    {
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await ShootAsync($"{name}-light");
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await ShootAsync($"{name}-dark");
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await Page.SetViewportSizeAsync(360, 740);
        await ShootAsync($"{name}-narrow");
        Assert.True(await Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360, $"{name} is wider than a phone.");
        await Page.SetViewportSizeAsync(1180, 800);
        if (isOfDashboard)
        {
            await CheckAccessAsync(name);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_complaints);
    }

    /// <summary>Every control has a name, every table a caption, every id is the only one.</summary>
    private async Task CheckAccessAsync(string name)
    {
        var wrong = await Page.EvaluateAsync<string[]>(
            """
            () => {
              const wrong = [];
              for (const e of document.querySelectorAll('input:not([type=hidden]), select, textarea'))
                if (!e.labels || e.labels.length === 0) wrong.push('no label: ' + e.outerHTML.slice(0, 120));
              for (const e of document.querySelectorAll('a[href], button'))
                if (!e.textContent.trim() && !e.getAttribute('aria-label')) wrong.push('no name: ' + e.outerHTML.slice(0, 120));
              for (const e of document.querySelectorAll('table')) if (!e.caption) wrong.push('no caption: ' + e.outerHTML.slice(0, 120));
              const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
              for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) wrong.push('twice: ' + id);
              if (document.querySelectorAll('h1').length !== 1) wrong.push('not one h1');
              if (!document.querySelector('main') || !document.querySelector('nav[aria-label]')) wrong.push('landmarks');
              return wrong;
            }
            """);
        Assert.True(wrong.Length == 0, $"{name}: {string.Join("; ", wrong)}");
    }

    private async Task ShootAsync(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "screenshots");
        Directory.CreateDirectory(folder);
        var picture = await Page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Path = Path.Combine(folder, $"{name}.png") });
        TestContext.Current.AddAttachment($"{name}.png", picture, "image/png");
    }
}
