using System.Security.Cryptography;
using System.Text;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.ContactsV3;

namespace Dotdigital.Sdk.Emulator.Imports;

/// <summary>
/// The account's background work. Nothing runs by itself: whatever is due is done, in the order and with the instant at
/// which it became due, before anything else is asked of the account. So a replay of the journal comes to the same state.
/// </summary>
internal sealed class JobTable(AccountState account)
{
    private readonly Dictionary<Guid, ImportJob> _imports = [];
    private readonly Dictionary<Guid, DeletionJob> _deletions = [];
    private readonly PriorityQueue<object, (long Due, int Sequence)> _pending = new();

    public int NextSequence { get; set; } = 1;

    public IEnumerable<ImportJob> Imports => _imports.Values;

    public IEnumerable<DeletionJob> Deletions => _deletions.Values;

    public int ActiveImports => _imports.Values.Count(job => job.Status == ImportStatus.NotFinished);

    public ImportJob? Import(Guid id) => _imports.GetValueOrDefault(id);

    public DeletionJob? Deletion(Guid id) => _deletions.GetValueOrDefault(id);

    public Guid NewId(int sequence) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{account.Options.Name}/{sequence}")).AsSpan(0, 16));

    public void Add(ImportJob job)
    {
        _imports.Add(job.Id, job);
        if (job.Status == ImportStatus.NotFinished && job.Due != long.MaxValue)
        {
            _pending.Enqueue(job, (job.Due, job.Sequence));
        }
    }

    public void Add(DeletionJob job)
    {
        _deletions.Add(job.Id, job);
        if (!job.IsDone)
        {
            _pending.Enqueue(job, (job.Due, job.Sequence));
        }
    }

    public void Settle(long now)
    {
        while (_pending.TryPeek(out var job, out var key) && key.Due <= now)
        {
            _pending.Dequeue();
            if (job is ImportJob import)
            {
                ImportProcessor.Process(account, import);
            }
            else if (job is DeletionJob { BookId: { } bookId } removal)
            {
                RemoveFromBook(removal, bookId);
            }
            else if (job is DeletionJob deletion)
            {
                BulkDelete.Process(account, deletion);
            }
        }
    }

    private void RemoveFromBook(DeletionJob job, int bookId)
    {
        if (account.Book(bookId) is { } book)
        {
            foreach (var id in job.ContactIds)
            {
                if (account.Contacts.ById(id) is { } contact)
                {
                    Memberships.Leave(account, contact, book, job.Due);
                }
            }
        }

        job.ContactIds = [];
        job.IsDone = true;
    }
}
