using System.Globalization;
using System.Text.Json;
using Dotdigital.Sdk.ContactImports;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>Asks how a batch ended: its status, then once its report and faults (rules ST-1, ST-2).</summary>
internal static class BatchResultReader
{
    /// <summary>The status in Dotdigital's spelling.</summary>
    public static async Task<(string Status, ContactV3ImportResult? Import)> ReadStatusAsync(AccountRun run, BatchRecord batch, CancellationToken cancellationToken)
    {
        switch (batch.Kind)
        {
            case BatchKind.CsvImport:
                var import = await run.Client.ContactImports.GetAsync(IdOf(batch), cancellationToken).ConfigureAwait(false);
                return (import.Status.Value, null);
            case BatchKind.Removal:
                var deletion = await run.Client.Contacts.GetDeletionAsync(IdOf(batch), cancellationToken).ConfigureAwait(false);
                return (deletion.Status.Value, null);
            default:
                var result = await run.Client.ContactsV3.GetImportAsync(batch.ImportId!, cancellationToken).ConfigureAwait(false);
                return (result.Status.Value, result);
        }
    }

    /// <summary>Report and faults of an import that finished.</summary>
    public static async Task<BatchResult> ReadResultAsync(AccountRun run, BatchRecord batch, ContactV3ImportResult? import, CancellationToken cancellationToken)
    {
        if (batch.Kind == BatchKind.Removal)
        {
            return new BatchResult();
        }

        if (batch.Kind != BatchKind.CsvImport)
        {
            return ReadV3(import ?? await run.Client.ContactsV3.GetImportAsync(batch.ImportId!, cancellationToken).ConfigureAwait(false));
        }

        var report = await run.Client.ContactImports.GetReportAsync(IdOf(batch), cancellationToken).ConfigureAwait(false);
        var faults = new Dictionary<EmailAddress, BatchFault>();
        if (report.NewContacts + report.UpdatedContacts < batch.MemberCount || Failures(report) > 0)
        {
            var file = await run.Client.ContactImports.GetFaultsAsync(IdOf(batch), cancellationToken).ConfigureAwait(false);
            await using (file.ConfigureAwait(false))
            {
                faults = await FaultsFile.ReadAsync(file, cancellationToken).ConfigureAwait(false);
            }
        }

        return new BatchResult { Faults = faults, Report = Json(report) };
    }

    private static Guid IdOf(BatchRecord batch) => Guid.Parse(batch.ImportId!, CultureInfo.InvariantCulture);

    private static BatchResult ReadV3(ContactV3ImportResult import)
    {
        var faults = new Dictionary<EmailAddress, BatchFault>();
        foreach (var failure in import.Failures)
        {
            if (!EmailAddress.TryParse(failure.Identifiers.Email, out var email))
            {
                continue;
            }

            var text = string.Join("; ", failure.Failures.Select(static reason => $"{reason.FailureCode}: {reason.Description}"));
            var worst = failure.Failures.Select(static reason => FaultReason.Read(reason.FailureCode)).MaxBy(static reason => reason.Kind);
            faults[email] = new BatchFault(worst ?? FaultReason.Read(null), text.Length > 200 ? text[..200] : text);
        }

        var ids = new Dictionary<EmailAddress, long>();
        foreach (var contact in import.Created.Concat(import.Updated))
        {
            if (contact.ContactId > 0 && EmailAddress.TryParse(contact.Identifiers.Email, out var email))
            {
                ids[email] = contact.ContactId;
            }
        }

        return new BatchResult { Faults = faults, RemoteIds = ids };
    }

    private static int Failures(ContactImportReport report) =>
        report.GloballySuppressed + report.InvalidEntries + report.DuplicateEmails + report.Blocked + report.Unsubscribed + report.HardBounced
        + report.SoftBounced + report.IspComplaints + report.MailBlocked + report.DomainSuppressed + report.PendingDoubleOptin + report.Failures + report.SuppressedContacts;

    private static string Json(ContactImportReport report)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("newContacts", report.NewContacts);
            writer.WriteNumber("updatedContacts", report.UpdatedContacts);
            writer.WriteNumber("globallySuppressed", report.GloballySuppressed);
            writer.WriteNumber("invalidEntries", report.InvalidEntries);
            writer.WriteNumber("duplicateEmails", report.DuplicateEmails);
            writer.WriteNumber("blocked", report.Blocked);
            writer.WriteNumber("unsubscribed", report.Unsubscribed);
            writer.WriteNumber("hardBounced", report.HardBounced);
            writer.WriteNumber("softBounced", report.SoftBounced);
            writer.WriteNumber("ispComplaints", report.IspComplaints);
            writer.WriteNumber("mailBlocked", report.MailBlocked);
            writer.WriteNumber("domainSuppressed", report.DomainSuppressed);
            writer.WriteNumber("pendingDoubleOptin", report.PendingDoubleOptin);
            writer.WriteNumber("failures", report.Failures);
            writer.WriteNumber("suppressedContacts", report.SuppressedContacts);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
