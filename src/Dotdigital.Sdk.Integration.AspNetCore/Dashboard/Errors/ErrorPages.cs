using System.Data.Common;
using System.Net.Sockets;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Errors;

/// <summary>Says what failed and what to do, without ever showing what only a log may hold: words of foreign exceptions can name people, paths and secrets.</summary>
internal static class ErrorPages
{
    /// <summary>The page for somebody who may look but not change.</summary>
    public static DashboardAnswer Forbidden() => Page(
        StatusCodes.Status403Forbidden, "Not allowed", "You may look at this dashboard, but not change anything.", "Ask whoever administers this application for the right to change.");

    /// <summary>The page for a failure.</summary>
    public static DashboardAnswer Explain(Exception failed, string reference) => failed switch
    {
        DashboardNotFoundException gone => Page(StatusCodes.Status404NotFound, "Not found", gone.Message, "Go back to the overview and choose from what is there."),
        AntiforgeryValidationException => Page(
            StatusCodes.Status400BadRequest, "The form was not accepted", "It was not sent from a page of this dashboard, or the page is too old.", "Open the page again and repeat what you did; nothing was changed."),
        BadHttpRequestException or InvalidDataException => Page(
            StatusCodes.Status400BadRequest, "The form was not accepted", "It cannot be read, or it is too large.", "Open the page again and repeat what you did; nothing was changed."),
        UnknownAccountException unknown => Page(StatusCodes.Status404NotFound, "The account cannot be used", unknown.Message, "Look at the accounts: add it, enable it, or choose another."),
        AccountBusyException busy => Page(StatusCodes.Status409Conflict, "A run is under way", busy.Message, "Wait until it ends, then ask again."),
        MarketingListException list => Page(StatusCodes.Status409Conflict, "That is not possible now", list.Message, "Look at the list's page, which shows where it stands now."),
        DotdigitalException known => Page(StatusCodes.Status409Conflict, "That did not work", known.Message, "Mend what the message names, then try again."),
        _ when IsStoreFailure(failed) => Page(
            StatusCodes.Status503ServiceUnavailable,
            "The database does not answer",
            "The engine's store cannot be reached, or was too busy to answer.",
            "Check that its database runs and that its connection string is right, then load the page again. The sync goes on by itself when the store is back.",
            reference),
        _ => Page(StatusCodes.Status500InternalServerError, "Something went wrong", "The page could not be made. Nothing was half saved.", "Try again; if it stays, look for the reference in the application's log.", reference),
    };

    private static DashboardAnswer Page(int status, string title, string problem, string nextStep, string? reference = null) =>
        DashboardAnswer.Show<ErrorView>(title, new ErrorModel(problem, nextStep, reference)).As(status);

    private static bool IsStoreFailure(Exception failed)
    {
        for (var cause = failed; cause is not null; cause = cause.InnerException)
        {
            if (cause is StoreUnavailableException or DbException or TimeoutException or SocketException)
            {
                return true;
            }
        }

        return false;
    }
}
