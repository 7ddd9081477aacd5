using System.Globalization;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard;

/// <summary>What codes and instants are called in front of a person.</summary>
internal static class Words
{
    /// <summary>A number with separators.</summary>
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number of things, in one word or in several.</summary>
    public static string Count(long value, string one, string many) => $"{Number(value)} {(value == 1 ? one : many)}";

    /// <summary>A problem as the engine tells it, as a sentence.</summary>
    public static string Sentence(string problem) => problem.Length == 0 ? problem : $"{char.ToUpperInvariant(problem[0])}{problem[1..]}{(problem[^1] is '.' or '!' or '?' ? string.Empty : ".")}";

    /// <summary>How long ago an instant was, roughly.</summary>
    public static string Ago(DateTimeOffset at, DateTimeOffset now)
    {
        var age = now - at;
        return age.TotalSeconds switch
        {
            < -90 => $"in {Span(-age)}",
            < 90 => "just now",
            _ => $"{Span(age)} ago",
        };
    }

    /// <summary>A length of time, roughly.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 90 } => Count((long)Math.Round(span.TotalSeconds), "second", "seconds"),
        { TotalMinutes: < 90 } => Count((long)Math.Round(span.TotalMinutes), "minute", "minutes"),
        { TotalHours: < 36 } => Count((long)Math.Round(span.TotalHours), "hour", "hours"),
        _ => Count((long)Math.Round(span.TotalDays), "day", "days"),
    };

    /// <summary>A reason for which a row is set aside; one unheard of is shown as it is.</summary>
    public static string SetAside(string reason) => reason switch
    {
        SetAsideReason.NoEmail => "No email address",
        SetAsideReason.InvalidEmail => "The email address is not valid",
        SetAsideReason.InvalidItemId => "The record's id cannot be kept",
        SetAsideReason.DuplicateEmail => "Another record has the same email address",
        SetAsideReason.EmailConflict => "Two records exchanged their email addresses",
        SetAsideReason.MisfitValue => "A value does not fit its data field",
        SetAsideReason.ValueNotKept => "Dotdigital does not keep the value that it is sent",
        SetAsideReason.Refused => "Dotdigital refused the row",
        SetAsideReason.OptOutReported => "Dotdigital told of an opt-out; its scope is being read",
        SetAsideReason.RejectedByWatchdog => "Dotdigital's watchdog rejected the import",
        SetAsideReason.FailedRepeatedly => "The import failed three times",
        SetAsideReason.ExceedsContactLimit => "The account's contact allowance is used up",
        SetAsideReason.Forgotten => "The person asked to be forgotten",
        SetAsideReason.Unknown => "No reason was kept",
        "OptedOutInHost" => "The application says that the person wants no mail",
        _ => reason,
    };

    /// <summary>A detail that may begin with the code of a reason: in its own words where it has some, else in those of the code.</summary>
    public static string Detail(string detail)
    {
        var end = detail.IndexOf(':', StringComparison.Ordinal);
        var code = end < 0 ? detail : detail[..end];
        var words = SetAside(code);
        return string.Equals(words, code, StringComparison.Ordinal) ? detail : end < 0 ? words : detail[(end + 1)..].TrimStart();
    }

    /// <summary>What Dotdigital is told of an opt-out.</summary>
    public static string OptOut(OptOutAction action) => action switch
    {
        OptOutAction.UnsubscribeFromAddressBook => "Unsubscribe from the address book",
        OptOutAction.UnsubscribeFromAccount => "Unsubscribe from the whole account",
        OptOutAction.RemoveFromAddressBook => "Remove from the address book",
        _ => action.ToString(),
    };

    /// <summary>What becomes of members that left the list.</summary>
    public static string Leaver(LeaverAction action) => action switch
    {
        LeaverAction.RemoveFromAddressBook => "Remove them from the address book",
        LeaverAction.LeaveInAddressBook => "Leave them in the address book",
        _ => action.ToString(),
    };
}
