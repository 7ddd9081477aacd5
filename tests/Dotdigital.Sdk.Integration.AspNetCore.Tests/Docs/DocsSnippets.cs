using Dotdigital.Sdk.Integration.EntityFrameworkCore;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Webhooks;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Docs;

/// <summary>The code of docs/webhooks.md, docs/single-sign-on.md and docs/dashboard.md, compiled: a test compares it with the pages line by line.</summary>
internal static class DocsSnippets
{
    public static async Task WebhooksAsync(WebApplicationBuilder builder)
    {
        // snippet: webhooks
        builder.Services
            .AddDotdigitalIntegration(builder.Configuration.GetSection("Dotdigital"))
            .AddWebhookHandler<NoteFailures>(WebhookEventNames.MessageFailed)    // one event by its name
            .AddWebhookHandler<CountEverything>()                                // or all, new names included
            .UseSqliteStore("Data Source=dotdigital.db")
            .AddScheduler();

        var app = builder.Build();
        await app.Services.MigrateDotdigitalAsync();
        app.MapDotdigitalWebhooks("/dotdigital/webhooks");
        await app.RunAsync();
        // end
    }

    public static async Task SingleSignOnAsync(WebApplicationBuilder builder)
    {
        // snippet: sso
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddAuthorization(options => options.AddPolicy("Marketing", policy => policy.RequireRole("marketing")));
        builder.Services.AddAntiforgery();
        builder.Services
            .AddDotdigitalIntegration(builder.Configuration.GetSection("Dotdigital"))
            .UseSqliteStore("Data Source=dotdigital.db")
            .UseDataProtection(keys => keys.PersistKeysToFileSystem(new DirectoryInfo("keys")));

        var app = builder.Build();
        await app.Services.MigrateDotdigitalAsync();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapDotdigitalSingleSignOn("/dotdigital/sso", sso => sso.AuthorizationPolicy = "Marketing");
        await app.RunAsync();
        // end
    }

    public static void Dashboard(WebApplicationBuilder builder)
    {
        // snippet: dashboard
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy("Marketing", policy => policy.RequireRole("marketing"))
            .AddPolicy("Marketing admin", policy => policy.RequireRole("marketing-admin"));
        builder.Services
            .AddDotdigitalIntegration(builder.Configuration.GetSection("Dotdigital"))
            .UseSqliteStore("Data Source=dotdigital.db")
            .AddDotdigitalDashboard(dashboard => (dashboard.ViewPolicy, dashboard.ChangePolicy) = ("Marketing", "Marketing admin"));

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapDotdigitalDashboard("/dotdigital");
        app.MapDotdigitalSingleSignOn("/dotdigital/sso", sso => sso.AuthorizationPolicy = "Marketing");    // for its page Email Studio
        // end
    }

    // snippet: handler
    internal sealed class NoteFailures(Failures failures) : IWebhookHandler
    {
        public Task HandleAsync(WebhookReceived received, CancellationToken cancellationToken)
        {
            var message = received.Payload?.GetProperty("id").GetString();
            return failures.NoteAsync(received.EventId, message, received.At, cancellationToken);    // EventId: drops repeats
        }
    }
    // end

    internal sealed class Failures
    {
        public Task NoteAsync(Guid id, string? message, DateTimeOffset at, CancellationToken cancellationToken) => Task.FromResult((id, message, at, cancellationToken));
    }

    internal sealed class CountEverything : IWebhookHandler
    {
        public Task HandleAsync(WebhookReceived received, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
