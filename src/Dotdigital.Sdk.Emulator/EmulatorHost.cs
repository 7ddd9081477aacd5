using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Clock;
using Dotdigital.Sdk.Emulator.Control;
using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Emulator.Http;
using Dotdigital.Sdk.Emulator.Persistence;

namespace Dotdigital.Sdk.Emulator;

/// <summary>
/// The one door to the accounts' state. Whatever changes it, by request or by command, is journaled first and then done
/// under the account's lock; a replay goes through the same methods.
/// </summary>
internal sealed class EmulatorHost : IDisposable
{
    private const long CompactAtStart = 1024 * 1024;
    private readonly EmulatorOptions _options;
    private readonly Journal? _journal;
    private readonly Dictionary<string, AccountState> _accounts = new(StringComparer.OrdinalIgnoreCase);

    public EmulatorHost(EmulatorOptions options)
    {
        _options = options;
        Clock = new EmulatorClock(options.Start, options.ClockSpeed, TimeProvider.System);
        IEnumerable<EmulatorAccountOptions> accounts = options.Accounts.Count > 0 ? options.Accounts : [new EmulatorAccountOptions()];
        foreach (var account in accounts)
        {
            _accounts.Add(account.Name, new AccountState(account));
            Limiters.Add(account.Name, new RateLimiter(account.RateLimits ?? options.RateLimits));
        }

        if (options.StateFile is { } path)
        {
            _journal = new Journal(path, options.FlushToDisk);
            Replay(_journal);
        }

        Clock.Moving = anchor => _journal?.Append(new JournalRecord { Kind = JournalKind.Clock, Anchor = anchor });
        Clock.Moved = SettleAll;
        _journal?.Append(new JournalRecord { Kind = JournalKind.Clock, Anchor = Clock.Anchor });
        if (options.Behaviour is { } behaviour)
        {
            foreach (var account in _accounts.Values.Where(a => a.Behaviour != behaviour))
            {
                Control(account, ControlTable.SetBehaviour, behaviour);
            }
        }

        if (_journal is not null)
        {
            Compact(_journal, CompactAtStart);
        }
    }

    public EmulatorClock Clock { get; }

    public FaultList Faults { get; } = new();

    public ChaosJson Chaos { get; set; }

    public Uri BaseAddress { get; set; } = new("http://127.0.0.1/");

    public Dictionary<string, RateLimiter> Limiters { get; } = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, AccountState> Accounts => _accounts;

    public AccountState Account(string name)
        => _accounts.GetValueOrDefault(name) ?? throw new ArgumentException($"There is no account '{name}'; there are: {string.Join(", ", _accounts.Keys)}.", nameof(name));

    public ApiResult Execute(AccountState account, IncomingRequest incoming, ImportDirective? directive)
    {
        ApiResult result;
        lock (account.Gate)
        {
            var now = Now(account);
            if (incoming.Operation.Mutates)
            {
                _journal?.Append(new JournalRecord
                {
                    Kind = JournalKind.Request,
                    Account = account.Options.Name,
                    Instant = now,
                    Name = incoming.Operation.Id,
                    PathAndQuery = incoming.PathAndQuery,
                    ContentType = incoming.ContentType ?? "",
                    Directive = directive,
                    Body = incoming.Body,
                });
            }

            result = Handle(account, incoming, directive, now);
        }

        CompactIfBig();
        return result;
    }

    public TResult Control<TArgs, TResult>(AccountState account, ControlCommand<TArgs, TResult> command, TArgs args)
    {
        TResult result;
        lock (account.Gate)
        {
            var now = Now(account);
            if (command.Mutates)
            {
                _journal?.Append(new JournalRecord
                {
                    Kind = JournalKind.Control,
                    Account = account.Options.Name,
                    Instant = now,
                    Name = command.Name,
                    Body = JsonSerializer.SerializeToUtf8Bytes(args, ControlJson.Options),
                });
            }

            account.Jobs.Settle(now);
            result = command.Run(new ControlContext(account, now), args);
        }

        CompactIfBig();
        return result;
    }

    /// <summary>Runs something on an account at its present instant without changing it.</summary>
    public void Inspect(AccountState account, Action<long> action)
    {
        lock (account.Gate)
        {
            action(Now(account));
        }
    }

    public void Dispose() => _journal?.Dispose();

    private static long Settle(AccountState account, long instant)
    {
        account.LastInstant = Math.Max(account.LastInstant, instant);
        account.Jobs.Settle(account.LastInstant);
        return account.LastInstant;
    }

    private long Now(AccountState account) => Settle(account, Clock.NowTicks());

    private ApiResult Handle(AccountState account, IncomingRequest incoming, ImportDirective? directive, long now)
    {
        var request = new ApiRequest
        {
            Account = account,
            Operation = incoming.Operation,
            Now = now,
            Route = incoming.Route,
            Query = incoming.Query,
            PathAndQuery = incoming.PathAndQuery,
            Body = incoming.Body,
            ContentType = incoming.ContentType,
            Directive = directive,
            BaseAddress = BaseAddress,
        };
        try
        {
            return incoming.Operation.Handler(request);
        }
        catch (ApiErrorException e)
        {
            return e.Result;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return request.IsV3
                ? ApiErrorException.V3(400, "contacts:badJson", "The request JSON is badly formed").Result
                : ApiErrorException.V2(400, "ERROR_MALFORMED_REQUEST", $"The request is not formed correctly: {e.Message}").Result;
        }
    }

    private void SettleAll()
    {
        foreach (var account in _accounts.Values)
        {
            lock (account.Gate)
            {
                Now(account);
            }
        }
    }

    private void Replay(Journal journal)
    {
        foreach (var record in journal.Read())
        {
            if (record.Kind == JournalKind.Clock)
            {
                Clock.Restore(record.Anchor, _options.ClockSpeed);
            }
            else if (_accounts.GetValueOrDefault(record.Account) is { } account)
            {
                Replay(account, record);
            }
        }
    }

    private void Replay(AccountState account, JournalRecord record)
    {
        lock (account.Gate)
        {
            switch (record.Kind)
            {
                case JournalKind.Snapshot:
                    AccountSnapshot.Read(account, record.Body);
                    break;
                case JournalKind.Control:
                    Settle(account, record.Instant);
                    ControlTable.Find(record.Name)?.RunJson(new ControlContext(account, record.Instant), record.Body);
                    break;
                case JournalKind.Request when IncomingRequest.From(record) is { } incoming:
                    Settle(account, record.Instant);
                    Handle(account, incoming, record.Directive, record.Instant);
                    break;
            }
        }
    }

    private void CompactIfBig()
    {
        if (_journal is { } journal && journal.Grown > _options.CompactAbove)
        {
            Compact(journal, _options.CompactAbove);
        }
    }

    /// <summary>
    /// Stops all accounts and the clock, and writes what they are instead of how they came to be so. Locks are taken in the
    /// order accounts, clock, journal, here as everywhere.
    /// </summary>
    private void Compact(Journal journal, long above)
    {
        var accounts = _accounts.Values.OrderBy(a => a.Options.Name, StringComparer.Ordinal).ToArray();
        var entered = 0;
        try
        {
            for (; entered < accounts.Length; entered++)
            {
                accounts[entered].Gate.Enter();
            }

            if (journal.Grown > above)
            {
                Clock.Hold(anchor => journal.Replace(accounts.Select(AccountSnapshot.Record).Prepend(new JournalRecord { Kind = JournalKind.Clock, Anchor = anchor })));
            }
        }
        finally
        {
            while (entered > 0)
            {
                accounts[--entered].Gate.Exit();
            }
        }
    }
}
