namespace Dotdigital.Sdk.Integration.AspNetCore;

/// <summary>Who may use the dashboard, and how it presents itself. Closed by default: without <see cref="ViewPolicy"/> the host does not start.</summary>
public sealed class DotdigitalDashboardOptions
{
    /// <summary>The authorization policy of those who may look: people's addresses are to be seen there. Required, except under <see cref="AllowLoopbackInDevelopment"/>.</summary>
    public string? ViewPolicy { get; set; }

    /// <summary>The authorization policy of those who may also change something; it is asked in addition to <see cref="ViewPolicy"/>. Null: nobody may, and no button is shown.</summary>
    public string? ChangePolicy { get; set; }

    /// <summary>
    /// In the environment Development, and there only, lets everybody in who asks from this machine, without a policy; false. Requests from elsewhere,
    /// through a proxy, or under another name than <c>localhost</c> get 403. Has no effect when <see cref="ViewPolicy"/> is set.
    /// </summary>
    public bool AllowLoopbackInDevelopment { get; set; }

    /// <summary>The name in the head of every page, 1 to 60 characters.</summary>
    public string Title { get; set; } = "Dotdigital";
}
