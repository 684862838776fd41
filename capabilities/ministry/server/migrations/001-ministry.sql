-- distributed by county: what a county reports to the ministry's system as; each change a version, the last one in force.
create table ministry_settings (
  county_code char(6) collate "C" not null,
  version int not null,
  realm text not null check (realm in ('live', 'demo')),
  system text not null,
  enterprise_code text not null check (enterprise_code <> ''),
  starts_on date not null,
  reason text not null,
  changed_at timestamptz not null,
  changed_by text,
  primary key (county_code, realm, version)
);

-- distributed by county: where reports of a county are sent. None is shipped; set by the system administrator only, because the program calls it.
create table ministry_endpoint (
  county_code char(6) collate "C" not null,
  version int not null,
  realm text not null check (realm in ('live', 'demo')),
  -- '' takes it away again.
  address text not null,
  changed_at timestamptz not null,
  changed_by text,
  primary key (county_code, realm, version)
);

-- distributed by county: stations as the ministry knows them, by our code of the transactions; each change a version.
create table ministry_station (
  county_code char(6) collate "C" not null,
  station text collate "C" not null,
  version int not null,
  realm text not null check (realm in ('live', 'demo')),
  code text not null,
  name text not null,
  kind text not null check (kind in ('county', 'township', 'village')),
  left_out_because text not null,
  changed_at timestamptz not null,
  changed_by text,
  primary key (county_code, realm, station, version),
  check (left_out_because <> '' or (code <> '' and name <> ''))
);

-- distributed by county: the outbox. One row is one report as it is sent, byte for byte, for ever; only where it stands is written later.
create table ministry_message (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  report_date date not null,
  -- Versions of a day count from 1; a later one corrects an earlier and says why.
  version int not null,
  system text not null,
  content jsonb not null,
  xml text not null,
  sha256 char(64) not null,
  reason text not null,
  built_at timestamptz not null,
  built_by text,
  state text not null check (state in ('waiting', 'accepted', 'refused', 'replaced')),
  attempts int not null default 0,
  next_try_at timestamptz not null,
  receipt text not null default '',
  answer_message text not null default '',
  last_outcome text check (last_outcome in ('accepted', 'refused', 'unclear', 'no-connection', 'cut', 'timeout')),
  answered_at timestamptz,
  answer_sha256 char(64),
  primary key (county_code, id),
  unique (county_code, realm, report_date, version),
  -- Success is never written without an answer that said so.
  check (state <> 'accepted' or (last_outcome = 'accepted' and answer_sha256 is not null and answered_at is not null and attempts > 0)),
  check (state <> 'refused' or (last_outcome = 'refused' and answer_sha256 is not null))
);
create index ministry_message_waiting on ministry_message (county_code, realm, report_date, version) where state = 'waiting';

-- distributed by county: every try with the answer as it came, byte for byte. Begun before the line is opened: a stop in the middle leaves its trace.
create table ministry_attempt (
  county_code char(6) collate "C" not null,
  message_id uuid not null,
  attempt int not null,
  realm text not null check (realm in ('live', 'demo')),
  address text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  outcome text check (outcome in ('accepted', 'refused', 'unclear', 'no-connection', 'cut', 'timeout')),
  http_status int,
  answer bytea,
  answer_sha256 char(64),
  message text not null default '',
  primary key (county_code, message_id, attempt),
  foreign key (county_code, message_id) references ministry_message (county_code, id)
);

alter table ministry_settings enable row level security;
create policy ministry_settings_scope on ministry_settings using (in_realm(realm) and in_scope(county_code));
alter table ministry_endpoint enable row level security;
create policy ministry_endpoint_scope on ministry_endpoint using (in_realm(realm) and in_scope(county_code));
alter table ministry_station enable row level security;
create policy ministry_station_scope on ministry_station using (in_realm(realm) and in_scope(county_code));
alter table ministry_message enable row level security;
create policy ministry_message_scope on ministry_message using (in_realm(realm) and in_scope(county_code));
alter table ministry_attempt enable row level security;
create policy ministry_attempt_scope on ministry_attempt using (in_realm(realm) and in_scope(county_code));

grant select, insert on ministry_settings, ministry_endpoint, ministry_station, ministry_message, ministry_attempt to jincun_app;
grant update (state, attempts, next_try_at, receipt, answer_message, last_outcome, answered_at, answer_sha256) on ministry_message to jincun_app;
grant update (finished_at, outcome, http_status, answer, answer_sha256, message) on ministry_attempt to jincun_app;
