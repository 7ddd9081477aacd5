using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.OptOuts;
using Dotdigital.Sdk.Integration.Privacy;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>
/// Rule EX-4: reads the values of what is due a page at a time, encodes them into files of at most 10,000 rows and 10 MB, and sends each file
/// when it is full. Files differ by the columns that they have, since an empty cell clears (rule MP-7).
/// </summary>
internal sealed class SendContactsStep
{
    private const int PageSize = 2000;
    private const int MostOpenFiles = 8;

    private readonly AccountRun _run;
    private readonly ConnectedList _list;
    private readonly ContactValuesReader _reader;
    private readonly Dictionary<string, ContactFile> _files = new(StringComparer.Ordinal);
    private StepReport _report;

    private SendContactsStep(AccountRun run, ConnectedList list, ContactValuesReader reader)
    {
        _run = run;
        _list = list;
        _reader = reader;
        _report = new StepReport { Step = StepNames.SendContacts, Scope = list.List.Name };
    }

    public static async Task<StepReport> RunAsync(AccountRun run, ConnectedList list, ContactValuesReader reader, CancellationToken cancellationToken)
    {
        var step = new SendContactsStep(run, list, reader);
        try
        {
            return await step.SendAllAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (var file in step._files.Values)
            {
                file.Dispose();
            }
        }
    }

    /// <summary>Contacts of one file have the same columns, and the same number of failures behind them, which halves the size each time (rule ST-3).</summary>
    public static string FileKey(ExportTransport transport, PreparedContact contact)
    {
        var failures = Math.Min(contact.View.Membership.Failures, 3).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return transport == ExportTransport.Json
            ? failures
            : failures + ':' + string.Concat(contact.Values.Select(static value => value is null ? '-' : '+'));
    }

    /// <summary>Rows at most in the contact's file.</summary>
    public static int RowsOf(DotdigitalIntegrationOptions options, PreparedContact contact) =>
        Math.Max(1, options.MaxBatchRows >> Math.Min(contact.View.Membership.Failures, 3));

    /// <summary>What a batch keeps of a contact that it carries.</summary>
    public static BatchMemberRecord Member(PreparedContact contact, IReadOnlyList<string> names)
    {
        var view = contact.View;
        var sent = contact.Sent(names);
        return new BatchMemberRecord
        {
            ContactId = view.Contact.Id,
            Email = view.Membership.RenameTo ?? view.Contact.Email,
            ItemId = view.Membership.ItemId,
            Operation = view.Membership.State.Operation,
            UpdateVersion = view.Membership.UpdateVersion,
            SnapshotVersion = view.Contact.SnapshotVersion,
            Sent = sent,
            Base = view.Contact.Snapshot.Count == 0 ? FieldValues.Empty : FieldValues.Create(sent.Select(field => KeyValuePair.Create(field.Key, view.Contact.Snapshot[field.Key]))),
        };
    }

    /// <summary>Sets those aside whose values do not fit, with the field named (rule EX-3c).</summary>
    /// <returns>How many.</returns>
    public static async Task<int> SetMisfitsAsideAsync(AccountRun run, IReadOnlyList<PreparedContact> prepared, CancellationToken cancellationToken)
    {
        var misfits = prepared.Where(static contact => contact.Outcome == PreparedOutcome.Misfit)
            .Select(static contact => contact.View.Membership with { State = MembershipState.Faulted(SetAsideReason.MisfitValue), LastFault = contact.Misfit })
            .ToList();
        if (misfits.Count > 0)
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            await unit.Memberships.SaveAsync(misfits, cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return misfits.Count;
    }

    private async Task<StepReport> SendAllAsync(CancellationToken cancellationToken)
    {
        var filter = new MembershipFilter
        {
            ConnectionId = _list.Connection.Id,
            State = ExportState.Due,
            Operations = [ExportOperation.New, ExportOperation.Add, ExportOperation.Update],
            ReadyAt = _run.Time.GetUtcNow(),
        };
        MembershipKey? after = null;
        while (true)
        {
            IReadOnlyList<MembershipView> page;
            IReadOnlySet<EmailAddress> forgotten;
            await using (var unit = await _run.BeginAsync(cancellationToken).ConfigureAwait(false))
            {
                page = await unit.Memberships.PageAsync(filter, after, PageSize, cancellationToken).ConfigureAwait(false);
                forgotten = await ForgottenPeople.FindAsync(unit, page.Select(static view => view.Contact.Email), cancellationToken).ConfigureAwait(false);
            }

            if (page.Count == 0)
            {
                foreach (var key in _files.Keys.ToList())
                {
                    await SendFileAsync(key, cancellationToken).ConfigureAwait(false);
                }

                return _report;
            }

            after = new MembershipKey(page[^1].Membership.AddressBookId, page[^1].Contact.Id);
            await AddPageAsync(forgotten.Count == 0 ? page : [.. page.Where(view => !forgotten.Contains(view.Contact.Email))], cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task AddPageAsync(IReadOnlyList<MembershipView> page, CancellationToken cancellationToken)
    {
        var prepared = await _reader.ReadAsync(page, cancellationToken).ConfigureAwait(false);
        _report = _report with { Read = _report.Read + page.Count };
        _report = _report with { SetAside = _report.SetAside + await SetMisfitsAsideAsync(_run, prepared, cancellationToken).ConfigureAwait(false) };
        await QuietOptedOutAsync(prepared, cancellationToken).ConfigureAwait(false);

        foreach (var contact in prepared.Where(static contact => contact.Outcome == PreparedOutcome.Ready))
        {
            var member = Member(contact, _reader.Names);
            var key = FileKey(contact);
            await OpenFileAsync(key, contact, cancellationToken).ConfigureAwait(false);
            if (!_files[key].TryAdd(contact, member))
            {
                await SendFileAsync(key, cancellationToken).ConfigureAwait(false);
                _files[key] = Open(contact);
                _files[key].TryAdd(contact, member);
            }
        }

        _report = _report with { Skipped = _report.Skipped + prepared.Count(static contact => contact.Outcome is PreparedOutcome.Moved or PreparedOutcome.NotReachable) };
    }

    /// <summary>Whoever opted out of the account and came to be due by a comparison of the whole list is due no more (rule S-3).</summary>
    private async Task QuietOptedOutAsync(IReadOnlyList<PreparedContact> prepared, CancellationToken cancellationToken)
    {
        var optedOut = prepared.Where(static contact => contact.View.Contact.Status.Reachability == Reachability.OptedOut).Select(static contact => contact.View.Contact.Id).ToList();
        if (optedOut.Count > 0)
        {
            await using var unit = await _run.BeginAsync(cancellationToken).ConfigureAwait(false);
            await OptOutPageWriter.QuietAsync(unit, optedOut, cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Makes sure that the contact's file is open; when too many are, the fullest is sent first.</summary>
    private async Task OpenFileAsync(string key, PreparedContact contact, CancellationToken cancellationToken)
    {
        if (_files.ContainsKey(key))
        {
            return;
        }

        if (_files.Count >= MostOpenFiles)
        {
            await SendFileAsync(_files.MaxBy(static file => file.Value.Members.Count).Key, cancellationToken).ConfigureAwait(false);
        }

        _files[key] = Open(contact);
    }

    private async Task SendFileAsync(string key, CancellationToken cancellationToken)
    {
        using var file = _files[key];
        _files.Remove(key);
        if (file.Members.Count == 0)
        {
            return;
        }

        var body = file.Finish();
        var kind = _run.Options.Transport == ExportTransport.Json ? BatchKind.JsonImport : BatchKind.CsvImport;
        await BatchSender.SendAsync(_run, _list.Connection, kind, file.Members, token => PostAsync(kind, body, token), cancellationToken).ConfigureAwait(false);
        _report = _report with { Sent = _report.Sent + file.Members.Count };
        _run.Tell(StepNames.SendContacts, _list.List.Name, _report.Sent);
    }

    private async Task<string> PostAsync(BatchKind kind, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (kind == BatchKind.JsonImport)
        {
            return await _run.Client.ContactsV3.ImportAsync(body, cancellationToken).ConfigureAwait(false);
        }

        var import = await _run.Client.ContactImports.ImportCsvAsync(_list.Connection.AddressBookId, body, cancellationToken: cancellationToken).ConfigureAwait(false);
        return import.Id.ToString("D");
    }

    private string FileKey(PreparedContact contact) => FileKey(_run.Options.Transport, contact);

    private ContactFile Open(PreparedContact contact)
    {
        var rows = RowsOf(_run.Options, contact);
        return _run.Options.Transport == ExportTransport.Json
            ? new JsonContactFile(_list, _reader.Mapping, isRename: false, rows, _run.Options.MaxBatchBytes)
            : new CsvContactFile(
                _list.List,
                _reader.Names,
                [.. Enumerable.Range(0, contact.Values.Count).Where(column => contact.Values[column] is not null)],
                rows,
                _run.Options.MaxBatchBytes);
    }
}
