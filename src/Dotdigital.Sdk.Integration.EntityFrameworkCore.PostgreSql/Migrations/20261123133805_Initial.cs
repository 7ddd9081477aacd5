using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Migrations
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
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    user_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    endpoint = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    remote_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_account_endpoints", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_account_locks",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    owner = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    fence = table.Column<long>(type: "bigint", nullable: false),
                    lapses_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_account_locks", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_accounts",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    user_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    protected_password = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    endpoint = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    integration_token = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    is_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    schedule = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    client_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    protected_client_secret = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    protected_webhook_secrets = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    webhook_secret_count = table.Column<int>(type: "integer", nullable: false),
                    app_address = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_accounts", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_activities",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    campaign_id = table.Column<int>(type: "integer", nullable: false),
                    remote_contact_id = table.Column<long>(type: "bigint", nullable: false),
                    contact_id = table.Column<long>(type: "bigint", nullable: true),
                    item_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    connection_id = table.Column<int>(type: "integer", nullable: true),
                    sent_at = table.Column<long>(type: "bigint", nullable: true),
                    opens = table.Column<int>(type: "integer", nullable: false),
                    clicks = table.Column<int>(type: "integer", nullable: false),
                    page_views = table.Column<int>(type: "integer", nullable: false),
                    replies = table.Column<int>(type: "integer", nullable: false),
                    forwards = table.Column<int>(type: "integer", nullable: false),
                    social_views = table.Column<int>(type: "integer", nullable: false),
                    first_opened_at = table.Column<long>(type: "bigint", nullable: true),
                    last_opened_at = table.Column<long>(type: "bigint", nullable: true),
                    is_unsubscribed = table.Column<bool>(type: "boolean", nullable: false),
                    is_soft_bounced = table.Column<bool>(type: "boolean", nullable: false),
                    is_hard_bounced = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_activities", x => new { x.account_id, x.campaign_id, x.remote_contact_id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_address_books",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    visibility = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    contact_count = table.Column<int>(type: "integer", nullable: false),
                    deleted_at = table.Column<long>(type: "bigint", nullable: true),
                    last_imported_at = table.Column<long>(type: "bigint", nullable: true),
                    last_exported_at = table.Column<long>(type: "bigint", nullable: true),
                    export_status = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_address_books", x => new { x.account_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_batch_members",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    batch_id = table.Column<long>(type: "bigint", nullable: false),
                    contact_id = table.Column<long>(type: "bigint", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    item_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    operation = table.Column<int>(type: "integer", nullable: false),
                    update_version = table.Column<int>(type: "integer", nullable: false),
                    snapshot_version = table.Column<int>(type: "integer", nullable: false),
                    sent = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    @base = table.Column<string>(name: "base", type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_batch_members", x => new { x.account_id, x.batch_id, x.contact_id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_batches",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    connection_id = table.Column<int>(type: "integer", nullable: false),
                    address_book_id = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    import_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    member_count = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    sent_at = table.Column<long>(type: "bigint", nullable: true),
                    settled_at = table.Column<long>(type: "bigint", nullable: true),
                    next_poll_at = table.Column<long>(type: "bigint", nullable: true),
                    polls = table.Column<int>(type: "integer", nullable: false),
                    poll_errors = table.Column<int>(type: "integer", nullable: false),
                    faults_errors = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    error = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    report = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_batches", x => new { x.account_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_campaign_links",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    campaign_id = table.Column<int>(type: "integer", nullable: false),
                    email_campaign_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    marketing_campaign_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    answered_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_campaign_links", x => new { x.account_id, x.campaign_id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_campaign_merges",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    into_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_campaign_merges", x => new { x.account_id, x.from_id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_campaigns",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    from_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    from_address = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reply_action = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reply_to_address = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    is_split_test = table.Column<bool>(type: "boolean", nullable: false),
                    status = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    sent_at = table.Column<long>(type: "bigint", nullable: true),
                    address_book_ids = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    deleted_at = table.Column<long>(type: "bigint", nullable: true),
                    is_announced = table.Column<bool>(type: "boolean", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_campaigns", x => new { x.account_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_connections",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    id = table.Column<int>(type: "integer", nullable: false),
                    list_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    address_book_id = table.Column<int>(type: "integer", nullable: false),
                    create_entities = table.Column<bool>(type: "boolean", nullable: false),
                    is_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    connected_at = table.Column<long>(type: "bigint", nullable: false),
                    disconnected_at = table.Column<long>(type: "bigint", nullable: true),
                    opt_out_action = table.Column<int>(type: "integer", nullable: false),
                    leaver_action = table.Column<int>(type: "integer", nullable: false),
                    added_members = table.Column<int>(type: "integer", nullable: false),
                    pending_leavers = table.Column<long>(type: "bigint", nullable: true),
                    pending_members = table.Column<long>(type: "bigint", nullable: true),
                    pending_since = table.Column<long>(type: "bigint", nullable: true),
                    confirmed_removals = table.Column<long>(type: "bigint", nullable: false),
                    recent_removals = table.Column<long>(type: "bigint", nullable: false),
                    recent_removals_since = table.Column<long>(type: "bigint", nullable: true),
                    mapping_fingerprint = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    refresh_requested = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_connections", x => new { x.account_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_contacts",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    remote_id = table.Column<long>(type: "bigint", nullable: true),
                    status = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reachability = table.Column<int>(type: "integer", nullable: false),
                    unsubscribed_at = table.Column<long>(type: "bigint", nullable: true),
                    last_subscribed_at = table.Column<long>(type: "bigint", nullable: true),
                    opt_in_type = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    email_type = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    snapshot = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    snapshot_version = table.Column<int>(type: "integer", nullable: false),
                    is_unread = table.Column<bool>(type: "boolean", nullable: false),
                    not_kept = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_contacts", x => new { x.account_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_counters",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_counters", x => new { x.account_id, x.name });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_data_fields",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    type = table.Column<int>(type: "integer", nullable: false),
                    visibility = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    default_value = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    is_system = table.Column<bool>(type: "boolean", nullable: false),
                    notes = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_data_fields", x => new { x.account_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_field_changes",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    root_entity = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    path = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    only_account = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_field_changes", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_forgotten",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    pending = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    delete_contact = table.Column<bool>(type: "boolean", nullable: false),
                    opt_out = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_forgotten", x => new { x.account_id, x.hash });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_forgotten_keys",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_forgotten_keys", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_host_writes",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    connection_id = table.Column<int>(type: "integer", nullable: false),
                    contact_id = table.Column<long>(type: "bigint", nullable: false),
                    is_creation = table.Column<bool>(type: "boolean", nullable: false),
                    @base = table.Column<string>(name: "base", type: "text", nullable: false, collation: "C"),
                    offered = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    seen = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<long>(type: "bigint", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_host_writes", x => new { x.account_id, x.connection_id, x.contact_id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_job_requests",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    job = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_job_requests", x => new { x.account_id, x.job });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_job_states",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    job = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    last_success_at = table.Column<long>(type: "bigint", nullable: true),
                    last_failure_at = table.Column<long>(type: "bigint", nullable: true),
                    failing_since = table.Column<long>(type: "bigint", nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    last_error_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    last_error = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    next_try_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_job_states", x => new { x.account_id, x.job });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_list_items",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    list_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    item_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    origin = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    is_undeliverable = table.Column<bool>(type: "boolean", nullable: false),
                    is_told = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_list_items", x => new { x.account_id, x.list_name, x.item_id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_mappings",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    entity = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rows = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    priority = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_mappings", x => new { x.account_id, x.entity });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_marketing_activities",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    campaign_id = table.Column<int>(type: "integer", nullable: false),
                    remote_contact_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    url = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    connection_id = table.Column<int>(type: "integer", nullable: true),
                    item_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_marketing_activities", x => new { x.account_id, x.campaign_id, x.remote_contact_id, x.kind, x.at, x.url, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_memberships",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    address_book_id = table.Column<int>(type: "integer", nullable: false),
                    contact_id = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reachability = table.Column<int>(type: "integer", nullable: false),
                    unsubscribed_at = table.Column<long>(type: "bigint", nullable: true),
                    connection_id = table.Column<int>(type: "integer", nullable: true),
                    item_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    state = table.Column<int>(type: "integer", nullable: false),
                    operation = table.Column<int>(type: "integer", nullable: false),
                    batch_id = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    update_version = table.Column<int>(type: "integer", nullable: false),
                    was_sent = table.Column<bool>(type: "boolean", nullable: false),
                    added_by = table.Column<int>(type: "integer", nullable: true),
                    came_from_remote = table.Column<bool>(type: "boolean", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    not_before = table.Column<long>(type: "bigint", nullable: true),
                    rename_to = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    last_fault = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_memberships", x => new { x.account_id, x.address_book_id, x.contact_id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_outbox",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    event_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    order_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    payload = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<long>(type: "bigint", nullable: true),
                    set_aside_at = table.Column<long>(type: "bigint", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_outbox", x => new { x.account_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_runs",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    job = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<int>(type: "integer", nullable: false),
                    process = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    seen_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    details = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_runs", x => new { x.account_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_set_aside",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    list_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    item_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    detail = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    pass = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_set_aside", x => new { x.account_id, x.list_name, x.item_id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_sign_in_states",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    proof_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    user_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    redirect_uri = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_sign_in_states", x => new { x.account_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_sign_in_tokens",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    user_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    protected_token = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    connected_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_sign_in_tokens", x => new { x.account_id, x.user_id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_staged_ids",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    step = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    scope = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_staged_ids", x => new { x.account_id, x.step, x.scope, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_staged_keys",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    connection_id = table.Column<int>(type: "integer", nullable: false),
                    item_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_opted_out = table.Column<bool>(type: "boolean", nullable: false),
                    is_duplicate = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_staged_keys", x => new { x.account_id, x.connection_id, x.item_id });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_watermarks",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    step = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    scope = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: true),
                    cursor = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    began_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dotdigital_watermarks", x => new { x.account_id, x.step, x.scope });
                });

            migrationBuilder.CreateTable(
                name: "dotdigital_webhook_receipts",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    event_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    received_at = table.Column<long>(type: "bigint", nullable: false)
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
