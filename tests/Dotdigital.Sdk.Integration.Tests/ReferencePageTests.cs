using System.Collections;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Dotdigital.Sdk.Diagnostics;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.SingleSignOn;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests;

/// <summary>docs/reference.md tells the truth: it names every option with its default, every event, handler and instrument, and nothing that is not there.</summary>
public sealed class ReferencePageTests
{
    private static readonly Lazy<IReadOnlyList<string[]>> Rows = new(static () =>
    [
        .. File.ReadLines(Path.Combine(FindRoot(), "docs", "reference.md"))
            .Where(static line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(static line => line.Replace("\\|", "/", StringComparison.Ordinal).Trim('|').Split('|').Select(static cell => cell.Trim()).ToArray()),
    ]);

    public static TheoryData<string, Type> Options => new()
    {
        { "Dotdigital", typeof(DotdigitalIntegrationOptions) },
        { "Dotdigital:Accounts:{id}", typeof(AccountSettings) },
        { "Dotdigital:Accounts:{id}:Schedule", typeof(AccountSchedule) },
        { "Dotdigital:Accounts:{id}:SingleSignOn", typeof(SingleSignOnSettings) },
        { "Dotdigital:Client", typeof(DotdigitalClientOptions) },
        { "Dotdigital:Client:Accounts:{name}", typeof(DotdigitalAccountOptions) },
        { "DotdigitalHealthCheckOptions", typeof(DotdigitalHealthCheckOptions) },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void Options_AreAllThere_WithTheirDefaults(string prefix, Type type)
    {
        var made = Activator.CreateInstance(type)!;
        var expected = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(static property => property.SetMethod is { IsPublic: true } || IsCollection(property.PropertyType) || property.PropertyType == typeof(DotdigitalClientOptions))
            .Select(property => $"`{prefix}:{property.Name}` {Default(property.GetValue(made))}")
            .Order(StringComparer.Ordinal);
        var told = Rows.Value
            .Where(row => row.Length == 4 && row[0].StartsWith($"`{prefix}:", StringComparison.Ordinal) && !row[0][(prefix.Length + 2)..].Contains(':', StringComparison.Ordinal))
            .Select(static row => $"{row[0]} {row[1]}")
            .Order(StringComparer.Ordinal);

        Assert.Equal(expected, told);
    }

    [Fact]
    public void Options_AllHaveARangeAndAMeaning() =>
        Assert.DoesNotContain(Rows.Value.Where(static row => row[0].StartsWith("`Dotdigital:", StringComparison.Ordinal)), static row => row.Length != 4 || row[2].Length == 0 || row[3].Length == 0);

    [Fact]
    public void Events_AreAllThere()
    {
        var events = typeof(DotdigitalEvent).Assembly.GetExportedTypes().Where(static type => type.IsSubclassOf(typeof(DotdigitalEvent)) && !type.IsAbstract).Select(static type => $"`{type.Name}`");

        Assert.Equal(events.Order(StringComparer.Ordinal), Told("event"));
    }

    [Fact]
    public void Handlers_AreAllThere()
    {
        var handlers = typeof(DotdigitalEvent).Assembly.GetExportedTypes()
            .Where(static type => type.IsInterface && (type.Name.Split('`')[0].EndsWith("Handler", StringComparison.Ordinal) || type.Name.EndsWith("Host", StringComparison.Ordinal)))
            .Select(static type => $"`{(type.IsGenericType ? type.Name.Split('`')[0] + "<TEvent>" : type.Name)}`");

        Assert.Equal(handlers.Order(StringComparer.Ordinal), Told("interface"));
    }

    [Fact]
    public void Instruments_AreAllThere_WithTheirKindAndUnit()
    {
        var published = new HashSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name is DotdigitalDiagnostics.SourceName or DotdigitalIntegrationDiagnostics.SourceName)
            {
                lock (published)
                {
                    published.Add($"`{instrument.Name}` {Kind(instrument)} {instrument.Unit}");
                }
            }
        };
        RuntimeHelpers.RunClassConstructor(typeof(DotdigitalDiagnostics).Assembly.GetType("Dotdigital.Sdk.Diagnostics.ClientTelemetry", throwOnError: true)!.TypeHandle);
        using var services = new ServiceCollection().AddDotdigitalIntegration().UseInMemoryStore().Services.BuildServiceProvider();
        services.GetRequiredService<SyncTelemetry>();
        listener.Start();

        Assert.Equal(published.Order(StringComparer.Ordinal), Rows.Value.Where(static row => row[0].StartsWith("`dotdigital.", StringComparison.Ordinal)).Select(static row => $"{row[0]} {row[1]} {row[2]}").Order(StringComparer.Ordinal));
    }

    /// <summary>The first cells of the table that begins so.</summary>
    private static IEnumerable<string> Told(string firstColumn) =>
        File.ReadLines(Path.Combine(FindRoot(), "docs", "reference.md"))
            .SkipWhile(line => !line.StartsWith($"| {firstColumn} |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(static line => line.StartsWith('|'))
            .Select(static line => line.Split('|')[1].Trim())
            .Order(StringComparer.Ordinal);

    private static string Kind(Instrument instrument) => instrument.GetType().Name.Split('`')[0] switch
    {
        "Counter" => "counter",
        "Histogram" => "histogram",
        "ObservableGauge" => "gauge",
        var other => other,
    };

    private static bool IsCollection(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);

    private static string Default(object? value) => value switch
    {
        null => "none",
        "" => "empty",
        bool truth => truth ? "true" : "false",
        string text => text,
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        Uri address => address.OriginalString,
        IEnumerable<string> { } texts when texts.Any() => string.Join(", ", texts),
        IEnumerable => "none",
        IFormattable number and (int or long or Enum) => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "its own",
    };

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dotdigital.Sdk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run below the repository.");
    }
}
