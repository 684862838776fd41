-- distributed by county: one look at the orders of a county and period: who looked, at how much, what was raised. So "nothing found" is not "not looked".
create table signal_run (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  first_month date not null,
  last_month date not null,
  orders bigint not null,
  stations int not null,
  raised int not null,
  -- All rules of a station in one number (hundredths), highest first: the order in which files are opened. [{"station": "…", "total": 512}]
  wholes jsonb not null,
  ran_at timestamptz not null,
  ran_by text not null,
  primary key (county_code, id),
  check (first_month <= last_month)
);

-- distributed by county: a reason to open the file of a station or contractor, with the rule, the measure and the rows used. Never changed.
create table signal (
  county_code char(6) collate "C" not null,
  -- Follows from rule, version, subject, period and measure: finding the same again is the same signal.
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  run_id uuid not null,
  rule text not null,
  rule_version int not null,
  clause text not null,
  subject_kind text not null check (subject_kind in ('station', 'contractor')),
  subject_code text not null,
  first_month date not null,
  last_month date not null,
  counted bigint not null,
  of_all bigint not null,
  threshold bigint not null,
  -- Rows used: [{"contractor": "…", "order": "…"}]
  rows jsonb not null,
  raised_at timestamptz not null,
  primary key (county_code, id),
  foreign key (county_code, run_id) references signal_run (county_code, id)
);
create index signal_by_time on signal (county_code, raised_at desc);

-- distributed by county: what came of opening the file. The latest counts; earlier ones stay.
create table signal_outcome (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  signal_id uuid not null,
  outcome text not null check (outcome in ('confirmed', 'cleared')),
  -- What was done, in the words audit offices report by; '' when cleared.
  measure text not null,
  reason text not null check (reason <> ''),
  decided_at timestamptz not null,
  decided_by text not null,
  primary key (county_code, id),
  foreign key (county_code, signal_id) references signal (county_code, id),
  check ((outcome = 'confirmed') = (measure <> ''))
);
create index signal_outcome_of on signal_outcome (county_code, signal_id, decided_at);

alter table signal_run enable row level security;
create policy signal_run_scope on signal_run using (in_realm(realm) and in_scope(county_code));
alter table signal enable row level security;
create policy signal_scope on signal using (in_realm(realm) and in_scope(county_code));
alter table signal_outcome enable row level security;
create policy signal_outcome_scope on signal_outcome using (in_realm(realm) and in_scope(county_code));
grant select, insert on signal_run, signal, signal_outcome to jincun_app;
