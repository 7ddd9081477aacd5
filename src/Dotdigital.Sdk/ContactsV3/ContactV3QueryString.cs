using System.Text;
using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>Puts a <see cref="ContactV3Query"/> into the query string.</summary>
internal static class ContactV3QueryString
{
    private static readonly (ContactV3Include Flag, string Name)[] Includes =
    [
        (ContactV3Include.ChannelProperties, "channelProperties"),
        (ContactV3Include.Lists, "lists"),
        (ContactV3Include.Preferences, "preferences"),
        (ContactV3Include.ConsentRecords, "consentRecords"),
    ];

    public static ApiCall Append(ApiCall call, ContactV3Query query)
    {
        Check(query);
        if (query.DataFields.Count > 0)
        {
            call = call.Query("data-fields", string.Join('|', query.DataFields));
        }

        var includes = string.Join('|', Includes.Where(i => query.Include.HasFlag(i.Flag)).Select(i => i.Name));
        if (includes.Length > 0)
        {
            call = call.Query("include", includes);
        }

        if (query.CreatedSince is { } created)
        {
            call = call.Query("~created", $"gte::{DotdigitalDate.Format(created)}");
        }

        if (query.ModifiedSince is { } modified)
        {
            call = call.Query("~modified", $"gte::{DotdigitalDate.Format(modified)}");
        }

        if (query.ListId is { } list)
        {
            call = call.Query("~listId", list);
        }

        if (query.SegmentId is { } segment)
        {
            call = call.Query("~segmentId", segment);
        }

        return call;
    }

    /// <summary>The spelling of merge options in a query: <c>overwriteIfEmpty</c> is <c>overwrite-if-empty</c> there.</summary>
    public static string ToKebabCase(string camelCase)
    {
        var kebab = new StringBuilder(camelCase.Length + 4);
        foreach (var c in camelCase)
        {
            if (char.IsAsciiLetterUpper(c) && kebab.Length > 0)
            {
                kebab.Append('-');
            }

            kebab.Append(char.ToLowerInvariant(c));
        }

        return kebab.ToString();
    }

    private static void Check(ContactV3Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.PageSize is < 1 or > 5000)
        {
            throw new ArgumentOutOfRangeException(nameof(query), query.PageSize, $"{nameof(query.PageSize)} must be from 1 to 5000.");
        }

        if (query is { CreatedSince: not null, ModifiedSince: not null } or { ListId: not null, SegmentId: not null })
        {
            throw new ArgumentException(
                $"{nameof(query.CreatedSince)} excludes {nameof(query.ModifiedSince)}, and {nameof(query.ListId)} excludes {nameof(query.SegmentId)}.", nameof(query));
        }
    }
}
