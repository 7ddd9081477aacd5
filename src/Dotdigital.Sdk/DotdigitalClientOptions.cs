namespace Dotdigital.Sdk;

/// <summary>Options of the client: the accounts, where credentials may go, time-outs, retries and waits.</summary>
public sealed class DotdigitalClientOptions
{
    /// <summary>The section these options are usually bound to; used in the messages of mistakes.</summary>
    public const string SectionName = "Dotdigital:Client";

    /// <summary>The API user of the default account. See <see cref="DotdigitalAccountOptions.UserName"/>.</summary>
    public string UserName { get; set; } = "";

    /// <summary>The password of the default account. Never logged, and never part of an error.</summary>
    public string Password { get; set; } = "";

    /// <summary>The API host of the default account; <see langword="null"/> to find it from account-info.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The integration token of the default account.</summary>
    public Guid? IntegrationToken { get; set; }

    /// <summary>Further accounts by name (ignoring case).</summary>
    public IDictionary<string, DotdigitalAccountOptions> Accounts { get; } = new Dictionary<string, DotdigitalAccountOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where account-info is asked for an account's region. Default <c>https://r1-api.dotdigital.com</c>.</summary>
    public Uri RegionDiscoveryEndpoint { get; set; } = new("https://r1-api.dotdigital.com");

    /// <summary>
    /// Hosts that may be sent credentials, over https only. An entry starting with <c>*.</c> allows every host below it. Default
    /// <c>*.dotdigital.com</c> and <c>*.dotmailer.com</c>.
    /// </summary>
    public IList<string> AllowedHosts { get; } = ["*.dotdigital.com", "*.dotmailer.com"];

    /// <summary>Whether loopback hosts are allowed too, also over plain http: for the emulator in tests and samples. Default <see langword="false"/>.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>How long one attempt may take, 1 s to 1 h. Default 121 s, as Dotdigital asks.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(121);

    /// <summary>How often a call that may be repeated is tried again after a failure, 0 to 20. Default 4.</summary>
    public int MaxRetries { get; set; } = 4;

    /// <summary>The wait before the first retry, doubled with jitter for each further one. Default 1 s.</summary>
    public TimeSpan RetryBaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two retries. Default 30 s.</summary>
    public TimeSpan RetryMaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The longest a call waits, in all, for rate limits; a longer wait throws <see cref="Errors.DotdigitalRateLimitedException"/>. Default
    /// 5 min: enough for the minute windows of the tiers, not for the deprecated hourly cap.
    /// </summary>
    public TimeSpan MaxRateLimitWait { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The wait after the deprecated hourly cap answered (<c>ERROR_APIUSAGE_EXCEEDED</c>), which names no reset. Default 1 min.</summary>
    public TimeSpan HourlyCapDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Where the options stand in the host's configuration, for the messages of mistakes.</summary>
    internal string KeyPrefix { get; set; } = SectionName;

    /// <summary>Whether an address may be sent credentials: https on one of <see cref="AllowedHosts"/>, or loopback where <see cref="AllowLoopback"/> says so.</summary>
    /// <param name="endpoint">The address.</param>
    public bool Allows(Uri endpoint) => Http.EndpointPolicy.IsAllowed(endpoint, AllowedHosts, AllowLoopback);

    /// <summary>The options without passwords.</summary>
    public override string ToString() => $"{nameof(DotdigitalClientOptions)} ({Accounts.Count} further accounts, passwords not shown)";
}
