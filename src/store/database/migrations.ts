/**
 * How the records came to be as they are, in order; the number is the place in
 * the list. What has been released is never changed: a new step is added.
 */
export const migrations: readonly string[] = [
  `create table volteface.reports (
    repository bigint not null,
    number integer not null,
    installation bigint not null,
    comment bigint,
    comment_hash text,
    check_run bigint,
    base_commit text not null,
    head_commit text not null,
    configuration_hash text not null,
    reported_at timestamptz not null,
    primary key (repository, number)
  );
  create index reports_installation on volteface.reports (installation);

  create table volteface.dispositions (
    repository bigint not null,
    comment bigint not null,
    number integer not null,
    kind text not null check (kind in ('intended', 'ignore')),
    finding text,
    reason text not null,
    author text not null,
    decided_at timestamptz not null,
    primary key (repository, comment)
  );
  create index dispositions_number on volteface.dispositions (repository, number);

  create table volteface.deliveries (
    id text primary key,
    handled_at timestamptz not null
  );
  create index deliveries_handled_at on volteface.deliveries (handled_at);

  create table volteface.mirrors (
    machine text not null,
    repository bigint not null,
    bytes bigint not null,
    used_at timestamptz not null,
    primary key (machine, repository)
  );`,
  `create table volteface.commands (
    repository bigint not null,
    comment bigint not null,
    number integer not null,
    verb text not null,
    words jsonb not null,
    author text not null,
    asked_at timestamptz not null,
    primary key (repository, comment)
  );
  create index commands_number on volteface.commands (repository, number);`,
  // Mirrors know by themselves what they take and when they were used.
  "drop table volteface.mirrors;",
];
