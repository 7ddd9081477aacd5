using Microsoft.AspNetCore.Http;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard;

/// <summary>The page that is being made: what every component of it may know. One a request.</summary>
internal sealed class DashboardPage(TimeProvider time)
{
    private object? _model;

    /// <summary>The dashboard's own address, as the browser sees it, without a slash at its end.</summary>
    public string Root { get; set; } = string.Empty;

    /// <summary>The pattern of the route: which part of the navigation is marked.</summary>
    public string Pattern { get; set; } = string.Empty;

    /// <summary>The name in the head.</summary>
    public string Brand { get; set; } = string.Empty;

    /// <summary>The page's title.</summary>
    public string Title { get; set; } = string.Empty;

    /// <summary>Whether the visitor may change something.</summary>
    public bool CanChange { get; set; }

    /// <summary>The visitor's name, when known.</summary>
    public string? Visitor { get; set; }

    /// <summary>The antiforgery field's name.</summary>
    public string TokenField { get; set; } = string.Empty;

    /// <summary>The antiforgery token.</summary>
    public string Token { get; set; } = string.Empty;

    /// <summary>What has just been done, in words; null when nothing was.</summary>
    public string? Notice { get; set; }

    /// <summary>What was wrong with what was sent.</summary>
    public IReadOnlyList<string> Problems { get; set; } = [];

    /// <summary>The component with the page's content.</summary>
    public Type View { get; set; } = typeof(object);

    /// <summary>Now.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>What the page shows.</summary>
    public TModel Model<TModel>() => (TModel)_model!;

    /// <summary>Sets what the page shows.</summary>
    public void Show(object? model) => _model = model;

    /// <summary>The address of a page of the dashboard; query values that are null or empty are left out.</summary>
    public string Link(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var text = path.Length == 0 && Root.Length > 0 ? Root : $"{Root}/{path}";
        var separator = '?';
        foreach (var (name, value) in query)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text += $"{separator}{name}={Uri.EscapeDataString(value)}";
                separator = '&';
            }
        }

        return text;
    }

    /// <summary>Where the dashboard begins in a request's path, which ends in the route's own pattern.</summary>
    public static string RootOf(HttpRequest request, string pattern)
    {
        var path = (request.Path.Value ?? string.Empty).TrimEnd('/');
        var prefix = path.Length >= pattern.Length ? path[..^pattern.Length] : path;
        return (request.PathBase + new PathString(prefix.TrimEnd('/'))).ToUriComponent();
    }
}
