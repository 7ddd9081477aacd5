using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.Imports;

/// <summary>The v2 contact imports (ApiContactImport).</summary>
internal static class ImportEndpoints
{
    public static ApiResult IntoBook(ApiRequest r) => Csv(r, [r.WritableBook().Id], MergeOption.Overwrite);

    public static ApiResult IntoBookWithMerge(ApiRequest r) => Csv(r, [r.WritableBook().Id], MergeOptions.V2(r.Text("mergeOption")));

    public static ApiResult IntoAccount(ApiRequest r) => Csv(r, [], MergeOption.Overwrite);

    public static ApiResult IntoAccountWithMerge(ApiRequest r) => Csv(r, [], MergeOptions.V2(r.Text("mergeOption")));

    public static ApiResult Collection(ApiRequest r)
    {
        using var document = r.Json();
        var root = document.RootElement;
        if (!root.Items("contacts").Any())
        {
            throw ApiErrorException.V2(400, "ERROR_CONTACTS_ARE_NOT_SPECIFIED", "No contacts were given.");
        }

        var books = new List<int>();
        foreach (var item in root.Items("addressBookIds"))
        {
            var book = r.Account.Book(item.GetInt64()) ?? throw ApiErrorException.V2(404, "ERROR_ADDRESSBOOK_NOT_FOUND", $"Address book {item} does not exist.");
            books.Add(book.IsReserved ? throw ApiErrorException.V2(400, "ERROR_ADDRESSBOOK_NOTWRITABLE", $"The address book '{book.Name}' cannot be written to.") : book.Id);
        }

        foreach (var contact in root.Items("contacts"))
        {
            StatusWatch.V2(r, contact);
            r.Account.KnownOptOuts.Watch(r, contact.Text("email"), books);
        }

        return Accept(r, ImportKind.Collection, r.Body, [.. books], MergeOptions.V2(root.Text("mergeOption")));
    }

    public static ApiResult Status(ApiRequest r)
    {
        var job = Find(r);
        return ApiResult.Json(writer => Write(writer, job));
    }

    public static ApiResult Report(ApiRequest r)
    {
        var job = Finished(r);
        return ApiResult.Json(writer =>
        {
            writer.WriteStartObject();
            for (var i = 0; i < ImportReport.Names.Length; i++)
            {
                writer.WriteNumber(ImportReport.Names[i], job.Report.Counts[i]);
            }

            writer.WriteEndObject();
        });
    }

    public static ApiResult ReportFaults(ApiRequest r)
    {
        var job = Finished(r);
        return job.Directive?.FaultsFile switch
        {
            FaultKind.FaultsFileMissing => throw ReportNotFound(),
            FaultKind.FaultsFileMalformed => ApiResult.Bytes("<html><body>\"Service unavailable"u8.ToArray(), "application/octet-stream"),
            _ => ApiResult.Bytes(job.Faults, "application/octet-stream"),
        };
    }

    private static ApiResult Csv(ApiRequest r, int[] books, MergeOption merge)
    {
        var file = UploadedFile.Read(r);
        r.Account.KnownOptOuts.WatchFile(r, file, books);
        return file.Length > r.Account.Behaviour.MaxImportBytes
            ? throw ApiErrorException.V2(400, "ERROR_IMPORT_UNSUPPORTED_FORMAT", $"The file exceeds the maximum size of {r.Account.Behaviour.MaxImportBytes} bytes.")
            : Accept(r, ImportKind.Csv, file, books, merge);
    }

    private static ApiResult Accept(ApiRequest r, ImportKind kind, byte[] payload, int[] books, MergeOption merge)
    {
        var jobs = r.Account.Jobs;
        if (jobs.ActiveImports >= r.Account.Behaviour.MaxActiveImports)
        {
            throw ApiErrorException.V2(400, "ERROR_IMPORT_TOOMANYACTIVEIMPORTS", $"More than {r.Account.Behaviour.MaxActiveImports} imports are running.");
        }

        var job = ImportStart.Create(r, kind, payload, books, merge);
        return ApiResult.Json(202, writer => Write(writer, job));
    }

    private static void Write(Utf8JsonWriter writer, ImportJob job)
    {
        writer.WriteStartObject();
        writer.WriteString("id", job.Id);
        writer.WriteString("status", job.Status.ToString());
        writer.WriteEndObject();
    }

    private static ImportJob Find(ApiRequest r)
        => Guid.TryParse(r.Text("importId"), out var id) && r.Account.Jobs.Import(id) is { Kind: not ImportKind.V3 } job
            ? job
            : throw ApiErrorException.V2(404, "ERROR_IMPORT_NOT_FOUND", "The import does not exist.");

    private static ImportJob Finished(ApiRequest r) => Find(r) is { Status: ImportStatus.Finished } job ? job : throw ReportNotFound();

    private static ApiErrorException ReportNotFound() => ApiErrorException.V2(404, "ERROR_IMPORT_REPORT_NOT_FOUND", "The import report does not exist.");
}
