using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite.Migrations
{
    /// <inheritdoc />
    internal partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "dotdigital_account_endpoints",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", nullable: false),
                    endpoint = table.Column<string>(type: "TEXT", nullable: true),
                    remote_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_account_endpoints", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_account_locks",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: true),
                    fence = table.Column<long>(type: "INTEGER", nullable: false),
                    lapses_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_account_locks", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_accounts",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", nullable: false),
                    protected_password = table.Column<string>(type: "TEXT", nullable: true),
                    endpoint = table.Column<string>(type: "TEXT", nullable: true),
                    integration_token = table.Column<string>(type: "TEXT", nullable: true),
                    is_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    schedule = table.Column<string>(type: "TEXT", nullable: false),
                    client_id = table.Column<string>(type: "TEXT", nullable: true),
                    protected_client_secret = table.Column<string>(type: "TEXT", nullable: true),
                    protected_webhook_secrets = table.Column<string>(type: "TEXT", nullable: true),
                    webhook_secret_count = table.Column<int>(type: "INTEGER", nullable: false),
                    app_address = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_accounts", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_activities",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<int>(type: "INTEGER", nullable: false),
                    remote_contact_id = table.Column<long>(type: "INTEGER", nullable: false),
                    contact_id = table.Column<long>(type: "INTEGER", nullable: true),
                    item_id = table.Column<string>(type: "TEXT", nullable: true),
                    connection_id = table.Column<int>(type: "INTEGER", nullable: true),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    opens = table.Column<int>(type: "INTEGER", nullable: false),
                    clicks = table.Column<int>(type: "INTEGER", nullable: false),
                    page_views = table.Column<int>(type: "INTEGER", nullable: false),
                    replies = table.Column<int>(type: "INTEGER", nullable: false),
                    forwards = table.Column<int>(type: "INTEGER", nullable: false),
                    social_views = table.Column<int>(type: "INTEGER", nullable: false),
                    first_opened_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_opened_at = table.Column<long>(type: "INTEGER", nullable: true),
                    is_unsubscribed = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_soft_bounced = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_hard_bounced = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_activities", x => new { x.account_id, x.campaign_id, x.remote_contact_id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_address_books",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    visibility = table.Column<string>(type: "TEXT", nullable: true),
                    contact_count = table.Column<int>(type: "INTEGER", nullable: false),
                    deleted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_imported_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_exported_at = table.Column<long>(type: "INTEGER", nullable: true),
                    export_status = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_address_books", x => new { x.account_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_batch_members",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    batch_id = table.Column<long>(type: "INTEGER", nullable: false),
                    contact_id = table.Column<long>(type: "INTEGER", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    item_id = table.Column<string>(type: "TEXT", nullable: true),
                    operation = table.Column<int>(type: "INTEGER", nullable: false),
                    update_version = table.Column<int>(type: "INTEGER", nullable: false),
                    snapshot_version = table.Column<int>(type: "INTEGER", nullable: false),
                    sent = table.Column<string>(type: "TEXT", nullable: false),
                    @base = table.Column<string>(name: "base", type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_batch_members", x => new { x.account_id, x.batch_id, x.contact_id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_batches",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    connection_id = table.Column<int>(type: "INTEGER", nullable: false),
                    address_book_id = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    import_id = table.Column<string>(type: "TEXT", nullable: true),
                    member_count = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    next_poll_at = table.Column<long>(type: "INTEGER", nullable: true),
                    polls = table.Column<int>(type: "INTEGER", nullable: false),
                    poll_errors = table.Column<int>(type: "INTEGER", nullable: false),
                    faults_errors = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true),
                    report = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_batches", x => new { x.account_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_campaign_links",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<int>(type: "INTEGER", nullable: false),
                    email_campaign_id = table.Column<string>(type: "TEXT", nullable: true),
                    marketing_campaign_id = table.Column<string>(type: "TEXT", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_campaign_links", x => new { x.account_id, x.campaign_id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_campaign_merges",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    from_id = table.Column<string>(type: "TEXT", nullable: false),
                    into_id = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_campaign_merges", x => new { x.account_id, x.from_id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_campaigns",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: true),
                    from_name = table.Column<string>(type: "TEXT", nullable: true),
                    from_address = table.Column<string>(type: "TEXT", nullable: true),
                    reply_action = table.Column<string>(type: "TEXT", nullable: true),
                    reply_to_address = table.Column<string>(type: "TEXT", nullable: true),
                    is_split_test = table.Column<bool>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: true),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    address_book_ids = table.Column<string>(type: "TEXT", nullable: false),
                    deleted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    is_announced = table.Column<bool>(type: "INTEGER", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_campaigns", x => new { x.account_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_connections",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    list_name = table.Column<string>(type: "TEXT", nullable: false),
                    address_book_id = table.Column<int>(type: "INTEGER", nullable: false),
                    create_entities = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    connected_at = table.Column<long>(type: "INTEGER", nullable: false),
                    disconnected_at = table.Column<long>(type: "INTEGER", nullable: true),
                    opt_out_action = table.Column<int>(type: "INTEGER", nullable: false),
                    leaver_action = table.Column<int>(type: "INTEGER", nullable: false),
                    added_members = table.Column<int>(type: "INTEGER", nullable: false),
                    pending_leavers = table.Column<long>(type: "INTEGER", nullable: true),
                    pending_members = table.Column<long>(type: "INTEGER", nullable: true),
                    pending_since = table.Column<long>(type: "INTEGER", nullable: true),
                    confirmed_removals = table.Column<long>(type: "INTEGER", nullable: false),
                    recent_removals = table.Column<long>(type: "INTEGER", nullable: false),
                    recent_removals_since = table.Column<long>(type: "INTEGER", nullable: true),
                    mapping_fingerprint = table.Column<string>(type: "TEXT", nullable: true),
                    refresh_requested = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_connections", x => new { x.account_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_contacts",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    remote_id = table.Column<long>(type: "INTEGER", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: true),
                    reachability = table.Column<int>(type: "INTEGER", nullable: false),
                    unsubscribed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_subscribed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    opt_in_type = table.Column<string>(type: "TEXT", nullable: true),
                    email_type = table.Column<string>(type: "TEXT", nullable: true),
                    snapshot = table.Column<string>(type: "TEXT", nullable: false),
                    snapshot_version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_unread = table.Column<bool>(type: "INTEGER", nullable: false),
                    not_kept = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_contacts", x => new { x.account_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_counters",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_counters", x => new { x.account_id, x.name });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_data_fields",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<int>(type: "INTEGER", nullable: false),
                    visibility = table.Column<string>(type: "TEXT", nullable: true),
                    default_value = table.Column<string>(type: "TEXT", nullable: true),
                    is_system = table.Column<bool>(type: "INTEGER", nullable: false),
                    notes = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_data_fields", x => new { x.account_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_field_changes",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    root_entity = table.Column<string>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    only_account = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_field_changes", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_forgotten",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    pending = table.Column<string>(type: "TEXT", nullable: true),
                    delete_contact = table.Column<bool>(type: "INTEGER", nullable: false),
                    opt_out = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_forgotten", x => new { x.account_id, x.hash });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_forgotten_keys",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_forgotten_keys", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_host_writes",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    connection_id = table.Column<int>(type: "INTEGER", nullable: false),
                    contact_id = table.Column<long>(type: "INTEGER", nullable: false),
                    is_creation = table.Column<bool>(type: "INTEGER", nullable: false),
                    @base = table.Column<string>(name: "base", type: "TEXT", nullable: false),
                    offered = table.Column<string>(type: "TEXT", nullable: false),
                    seen = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<long>(type: "INTEGER", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_host_writes", x => new { x.account_id, x.connection_id, x.contact_id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_job_requests",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    job = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_job_requests", x => new { x.account_id, x.job });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_job_states",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    job = table.Column<string>(type: "TEXT", nullable: false),
                    last_success_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_failure_at = table.Column<long>(type: "INTEGER", nullable: true),
                    failing_since = table.Column<long>(type: "INTEGER", nullable: true),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    last_error_code = table.Column<string>(type: "TEXT", nullable: true),
                    last_error = table.Column<string>(type: "TEXT", nullable: true),
                    next_try_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_job_states", x => new { x.account_id, x.job });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_list_items",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    list_name = table.Column<string>(type: "TEXT", nullable: false),
                    item_id = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    origin = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    is_undeliverable = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_told = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_list_items", x => new { x.account_id, x.list_name, x.item_id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_mappings",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    entity = table.Column<string>(type: "TEXT", nullable: false),
                    rows = table.Column<string>(type: "TEXT", nullable: false),
                    priority = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_mappings", x => new { x.account_id, x.entity });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_marketing_activities",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<int>(type: "INTEGER", nullable: false),
                    remote_contact_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    url = table.Column<string>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    connection_id = table.Column<int>(type: "INTEGER", nullable: true),
                    item_id = table.Column<string>(type: "TEXT", nullable: true),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_marketing_activities", x => new { x.account_id, x.campaign_id, x.remote_contact_id, x.kind, x.at, x.url, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_memberships",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    address_book_id = table.Column<int>(type: "INTEGER", nullable: false),
                    contact_id = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: true),
                    reachability = table.Column<int>(type: "INTEGER", nullable: false),
                    unsubscribed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    connection_id = table.Column<int>(type: "INTEGER", nullable: true),
                    item_id = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    operation = table.Column<int>(type: "INTEGER", nullable: false),
                    batch_id = table.Column<long>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    update_version = table.Column<int>(type: "INTEGER", nullable: false),
                    was_sent = table.Column<bool>(type: "INTEGER", nullable: false),
                    added_by = table.Column<int>(type: "INTEGER", nullable: true),
                    came_from_remote = table.Column<bool>(type: "INTEGER", nullable: false),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    not_before = table.Column<long>(type: "INTEGER", nullable: true),
                    rename_to = table.Column<string>(type: "TEXT", nullable: true),
                    last_fault = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_memberships", x => new { x.account_id, x.address_book_id, x.contact_id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_outbox",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    order_key = table.Column<string>(type: "TEXT", nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<long>(type: "INTEGER", nullable: true),
                    set_aside_at = table.Column<long>(type: "INTEGER", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_outbox", x => new { x.account_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_runs",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    job = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    process = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true),
                    details = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_runs", x => new { x.account_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_set_aside",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    list_name = table.Column<string>(type: "TEXT", nullable: false),
                    item_id = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: false),
                    pass = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_set_aside", x => new { x.account_id, x.list_name, x.item_id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_sign_in_states",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    proof_hash = table.Column<string>(type: "TEXT", nullable: false),
                    user_id = table.Column<string>(type: "TEXT", nullable: false),
                    redirect_uri = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_sign_in_states", x => new { x.account_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_sign_in_tokens",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    user_id = table.Column<string>(type: "TEXT", nullable: false),
                    protected_token = table.Column<string>(type: "TEXT", nullable: false),
                    connected_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_sign_in_tokens", x => new { x.account_id, x.user_id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_staged_ids",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    step = table.Column<string>(type: "TEXT", nullable: false),
                    scope = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_staged_ids", x => new { x.account_id, x.step, x.scope, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_staged_keys",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    connection_id = table.Column<int>(type: "INTEGER", nullable: false),
                    item_id = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    is_opted_out = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_duplicate = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_staged_keys", x => new { x.account_id, x.connection_id, x.item_id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_watermarks",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    step = table.Column<string>(type: "TEXT", nullable: false),
                    scope = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: true),
                    cursor = table.Column<string>(type: "TEXT", nullable: true),
                    began_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_watermarks", x => new { x.account_id, x.step, x.scope });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_webhook_receipts",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_webhook_receipts", x => new { x.account_id, x.event_id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_dotdigital_activities_parked",
                table: "dotdigital_activities",
                columns: new[] { "account_id", "campaign_id", "remote_contact_id" },
                filter: "contact_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_dotdigital_batch_members_account_id_contact_id",
                table: "dotdigital_batch_members",
                columns: new[] { "account_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "IX_dotdigital_batches_account_id_state_id",
                table: "dotdigital_batches",
                columns: new[] { "account_id", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_dotdigital_contacts_account_id_email",
                table: "dotdigital_contacts",
                columns: new[] { "account_id", "email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dotdigital_contacts_account_id_remote_id",
                table: "dotdigital_contacts",
                columns: new[] { "account_id", "remote_id" },
                unique: true,
                filter: "remote_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_dotdigital_counters_name",
                table: "dotdigital_counters",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "IX_dotdigital_forgotten_pending",
                table: "dotdigital_forgotten",
                columns: new[] { "account_id", "hash" },
                filter: "pending IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_dotdigital_host_writes_account_id_contact_id",
                table: "dotdigital_host_writes",
                columns: new[] { "account_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "IX_dotdigital_list_items_email",
                table: "dotdigital_list_items",
                columns: new[] { "account_id", "email" });

            migrationBuilder.CreateIndex(
                name: "IX_dotdigital_list_items_untold",
                table: "dotdigital_list_items",
                columns: new[] { "account_id", "list_name", "origin", "is_told", "item_id" });

            migrationBuilder.CreateIndex(
                name: "IX_dotdigital_marketing_activities_sequence",
                table: "dotdigital_marketing_activities",
                columns: new[] { "account_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_dotdigital_memberships_account_id_connection_id_item_id",
                table: "dotdigital_memberships",
                columns: new[] { "account_id", "connection_id", "item_id" });

            migrationBuilder.CreateIndex(
                name: "IX_dotdigital_memberships_account_id_contact_id_address_book_id",
                table: "dotdigital_memberships",
                columns: new[] { "account_id", "contact_id", "address_book_id" });

            migrationBuilder.CreateIndex(
                name: "IX_dotdigital_memberships_leavers",
                table: "dotdigital_memberships",
                columns: new[] { "account_id", "connection_id", "contact_id", "address_book_id", "item_id" });

            migrationBuilder.CreateIndex(
                name: "IX_dotdigital_memberships_state",
                table: "dotdigital_memberships",
                columns: new[] { "account_id", "connection_id", "state", "contact_id", "address_book_id", "operation" });

            migrationBuilder.CreateIndex(
                name: "IX_dotdigital_outbox_account_id_event_id",
                table: "dotdigital_outbox",
                columns: new[] { "account_id", "event_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dotdigital_outbox_account_id_order_key_sequence",
                table: "dotdigital_outbox",
                columns: new[] { "account_id", "order_key", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_dotdigital_outbox_set_aside",
                table: "dotdigital_outbox",
                columns: new[] { "account_id", "sequence" },
                filter: "set_aside_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_dotdigital_staged_keys_email",
                table: "dotdigital_staged_keys",
                columns: new[] { "account_id", "connection_id", "email", "item_id" });

            migrationBuilder.CreateIndex(
                name: "IX_dotdigital_webhook_receipts_account_id_received_at",
                table: "dotdigital_webhook_receipts",
                columns: new[] { "account_id", "received_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "dotdigital_account_endpoints");

            migrationBuilder.DropTable(
                name: "dotdigital_account_locks");

            migrationBuilder.DropTable(
                name: "dotdigital_accounts");

            migrationBuilder.DropTable(
                name: "dotdigital_activities");

            migrationBuilder.DropTable(
                name: "dotdigital_address_books");

            migrationBuilder.DropTable(
                name: "dotdigital_batch_members");

            migrationBuilder.DropTable(
                name: "dotdigital_batches");

            migrationBuilder.DropTable(
                name: "dotdigital_campaign_links");

            migrationBuilder.DropTable(
                name: "dotdigital_campaign_merges");

            migrationBuilder.DropTable(
                name: "dotdigital_campaigns");

            migrationBuilder.DropTable(
                name: "dotdigital_connections");

            migrationBuilder.DropTable(
                name: "dotdigital_contacts");

            migrationBuilder.DropTable(
                name: "dotdigital_counters");

            migrationBuilder.DropTable(
                name: "dotdigital_data_fields");

            migrationBuilder.DropTable(
                name: "dotdigital_field_changes");

            migrationBuilder.DropTable(
                name: "dotdigital_forgotten");

            migrationBuilder.DropTable(
                name: "dotdigital_forgotten_keys");

            migrationBuilder.DropTable(
                name: "dotdigital_host_writes");

            migrationBuilder.DropTable(
                name: "dotdigital_job_requests");

            migrationBuilder.DropTable(
                name: "dotdigital_job_states");

            migrationBuilder.DropTable(
                name: "dotdigital_list_items");

            migrationBuilder.DropTable(
                name: "dotdigital_mappings");

            migrationBuilder.DropTable(
                name: "dotdigital_marketing_activities");

            migrationBuilder.DropTable(
                name: "dotdigital_memberships");

            migrationBuilder.DropTable(
                name: "dotdigital_outbox");

            migrationBuilder.DropTable(
                name: "dotdigital_runs");

            migrationBuilder.DropTable(
                name: "dotdigital_set_aside");

            migrationBuilder.DropTable(
                name: "dotdigital_sign_in_states");

            migrationBuilder.DropTable(
                name: "dotdigital_sign_in_tokens");

            migrationBuilder.DropTable(
                name: "dotdigital_staged_ids");

            migrationBuilder.DropTable(
                name: "dotdigital_staged_keys");

            migrationBuilder.DropTable(
                name: "dotdigital_watermarks");

            migrationBuilder.DropTable(
                name: "dotdigital_webhook_receipts");
        }
    }
}
