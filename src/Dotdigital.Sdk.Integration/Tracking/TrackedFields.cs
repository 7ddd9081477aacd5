using System.Collections.Frozen;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>
/// The tracked fields, kept in memory for the host's saves, which must not wait for the store: a timer asks the store every 15 seconds whether a mapping
/// changed (rule MP-9). While the store cannot be reached the fields known before stay, at first those of the code.
/// </summary>
internal sealed partial class TrackedFields : ITrackedFields, IDisposable
{
    private const long NotRead = -1;
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly MarketingListCatalogue _lists;
    private readonly IMappingTrackedFieldsHandler[] _handlers;
    private readonly ISyncStore _store;
    private readonly TimeProvider _time;
    private readonly ILogger<TrackedFields> _logger;
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private readonly Lock _starting = new();
    private volatile State? _state;
    private ITimer? _timer;

    public TrackedFields(
        MarketingListCatalogue lists, IEnumerable<IMappingTrackedFieldsHandler> handlers, ISyncStore store, TimeProvider time, ILogger<TrackedFields> logger)
    {
        _lists = lists;
        _handlers = [.. handlers];
        _store = store;
        _time = time;
        _logger = logger;
    }

    public IReadOnlyList<TrackedField> All => Current().All;

    public IReadOnlyList<TrackedField> Of(string entity) => Current().ByEntity.GetValueOrDefault(entity, []);

    /// <summary>Looks at the store now. A failure is logged and looked into at the next turn of the timer.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _refreshing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var version = await _store.GetMappingsVersionAsync(cancellationToken).ConfigureAwait(false);
            if (_state is not { } state || state.Version != version)
            {
                var stored = await _store.GetMappingsAsync(cancellationToken).ConfigureAwait(false);
                Keep(version, await TrackedFieldsOfMappings.ReadAsync(_lists, stored, cancellationToken).ConfigureAwait(false));
            }
        }
        catch (Exception failed) when (!(failed is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            LogNotRead(failed);
        }
        finally
        {
            _refreshing.Release();
        }
    }

    public void Dispose() => _timer?.Dispose();

    private State Current()
    {
        if (_state is { } state)
        {
            return state;
        }

        lock (_starting)
        {
            if (_state is null)
            {
                _timer ??= _time.CreateTimer(_ => _ = RefreshAsync(CancellationToken.None), null, LookInterval, LookInterval);
                if (!Task.Run(() => RefreshAsync(CancellationToken.None)).Wait(LongestWait) || _state is null)
                {
                    Keep(NotRead, TrackedFieldsOfMappings.OfCode(_lists));
                }
            }

            return _state!;
        }
    }

    /// <summary>Passes the fields through the handlers. The same fields keep the same instance: what is derived from it need not be made anew.</summary>
    private void Keep(long version, IEnumerable<TrackedField> fields)
    {
        var context = new TrackedFieldsContext(fields);
        foreach (var handler in _handlers)
        {
            handler.Handle(context);
        }

        var before = _state;
        _state = before is not null && context.Fields.SetEquals(before.All)
            ? before with { Version = version }
            : new State(version, [.. context.Fields]);
    }

    [LoggerMessage(2031, LogLevel.Warning, "The stored mappings could not be read: changes are tracked by the mappings known before, and the store is asked again in 15 seconds")]
    private partial void LogNotRead(Exception exception);

    private sealed record State(long Version, IReadOnlyList<TrackedField> All)
    {
        public FrozenDictionary<string, IReadOnlyList<TrackedField>> ByEntity { get; } = All
            .GroupBy(static field => field.Entity, StringComparer.Ordinal)
            .ToFrozenDictionary(static group => group.Key, static group => (IReadOnlyList<TrackedField>)[.. group], StringComparer.Ordinal);
    }
}
