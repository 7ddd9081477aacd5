using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>Counts of a dry run, with a few examples of each kind, and the files that what is counted would fill. Its size does not grow with the list.</summary>
internal sealed class ForecastTally(AccountRun run, int mostExamples)
{
    private readonly Dictionary<ForecastKind, long> _counts = [];
    private readonly Dictionary<ForecastKind, int> _shown = [];
    private readonly Dictionary<string, long> _setAside = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Rows, long Bytes)> _files = new(StringComparer.Ordinal);

    public List<ForecastExample> Examples { get; } = [];

    public IReadOnlyDictionary<string, long> SetAsideReasons => _setAside;

    /// <summary>Compared and found equal.</summary>
    public long Unchanged { get; set; }

    /// <summary>Files so far.</summary>
    public long Files { get; private set; }

    public long this[ForecastKind kind] => _counts.GetValueOrDefault(kind);

    public void Count(ForecastKind kind, string? itemId, string? email, string? detail = null)
    {
        _counts[kind] = this[kind] + 1;
        var shown = _shown.GetValueOrDefault(kind);
        if (shown < mostExamples)
        {
            _shown[kind] = shown + 1;
            Examples.Add(new ForecastExample(kind, itemId, email, detail));
        }
    }

    /// <summary>Counts without an example.</summary>
    public void Count(ForecastKind kind, long count) => _counts[kind] = this[kind] + count;

    public void SetAside(string reason, string? itemId, string? email, string? detail)
    {
        _setAside[reason] = _setAside.GetValueOrDefault(reason) + 1;
        Count(ForecastKind.SetAside, itemId, email, detail is null ? reason : $"{reason}: {detail}");
    }

    /// <summary>Puts a row into the file that it would go to.</summary>
    public void Send(PreparedContact contact)
    {
        var key = SendContactsStep.FileKey(run.Options.Transport, contact);
        var length = contact.View.Contact.Email.Value.Length + contact.Values.Sum(static value => (value?.Length ?? 0) + 1L) + 1;
        var isOpen = _files.TryGetValue(key, out var file);
        if (!isOpen || file.Rows >= SendContactsStep.RowsOf(run.Options, contact) || file.Bytes + length > run.Options.MaxBatchBytes)
        {
            Files++;
            file = default;
        }

        _files[key] = (file.Rows + 1, file.Bytes + length);
    }

    /// <summary>The calls by tier for so many removals, renames and the files.</summary>
    public IReadOnlyDictionary<string, long> Calls(long removals, long renames)
    {
        var calls = new Dictionary<string, long>(StringComparer.Ordinal);
        if (run.Options.Transport == ExportTransport.Json)
        {
            Add(Files, "ContactsV3.Import", "ContactsV3.GetImport");
        }
        else
        {
            Add(Files, "ContactImports.ImportCsv", "ContactImports.Get", "ContactImports.GetReport");
        }

        Add((renames + SendRenamesStep.PageSize - 1) / SendRenamesStep.PageSize, "ContactsV3.Import", "ContactsV3.GetImport");
        Add((removals + run.Options.MaxRemovalRows - 1) / run.Options.MaxRemovalRows, "Contacts.RemoveManyFromAddressBook", "Contacts.GetDeletion");
        return calls;

        void Add(long times, params ReadOnlySpan<string> operations)
        {
            foreach (var operation in operations)
            {
                if (times > 0)
                {
                    var tier = StepCalls.TierOf(run.Account.Value, operation) ?? StepCalls.UnknownTier;
                    calls[tier] = calls.GetValueOrDefault(tier) + times;
                }
            }
        }
    }
}
