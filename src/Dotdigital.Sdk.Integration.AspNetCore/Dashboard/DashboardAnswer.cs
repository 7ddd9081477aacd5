using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard;

/// <summary>What comes of a request: a page, or after a change the address of the page to look at.</summary>
internal sealed record DashboardAnswer
{
    private DashboardAnswer()
    {
    }

    /// <summary>The component that shows the model; null to go elsewhere.</summary>
    public Type? View { get; private init; }

    /// <summary>Whether it is a part of a page only.</summary>
    public bool IsPart { get; private init; }

    /// <summary>What is shown.</summary>
    public object? Model { get; private init; }

    /// <summary>The page's title.</summary>
    public string Title { get; private init; } = string.Empty;

    /// <summary>What was wrong with what was sent, in words.</summary>
    public IReadOnlyList<string> Problems { get; private init; } = [];

    /// <summary>The HTTP status.</summary>
    public int Status { get; private init; } = StatusCodes.Status200OK;

    /// <summary>The address to go to after a change.</summary>
    public string? Location { get; private init; }

    /// <summary>What is told to the page's script instead of a page.</summary>
    public object? Data { get; private init; }

    /// <summary>Another site that the page's forms lead to, as an origin: browsers apply the policy for forms to redirects, too.</summary>
    public string? FormTarget { get; private init; }

    /// <summary>Tells the page's script something, as JSON.</summary>
    public static DashboardAnswer Tell(object data) => new() { Data = data };

    /// <summary>Shows a page.</summary>
    public static DashboardAnswer Show<TView>(string title, object model)
        where TView : IComponent => new() { View = typeof(TView), Model = model, Title = title };

    /// <summary>Shows a part of a page, for the script that puts it in place.</summary>
    public static DashboardAnswer Part<TView>(object model)
        where TView : IComponent => new() { View = typeof(TView), Model = model, IsPart = true };

    /// <summary>Goes to a page after a change, so that loading it again repeats nothing.</summary>
    public static DashboardAnswer GoTo(string location) => new() { Location = location };

    /// <summary>The same page as the answer to something that was refused: nothing of it was stored.</summary>
    public DashboardAnswer Refused(IReadOnlyList<string> problems, int status = StatusCodes.Status400BadRequest) => this with { Problems = problems, Status = status };

    /// <summary>The same page, whose forms may lead to another site.</summary>
    public DashboardAnswer LeadingTo(Uri? site) => this with { FormTarget = site?.GetLeftPart(UriPartial.Authority) };

    /// <summary>The same page under another status.</summary>
    public DashboardAnswer As(int status) => this with { Status = status };
}
