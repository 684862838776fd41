-- Longer than files of ours are: each table writes out its keys and scope, because that is what the rules of the nation's size are read from.

-- distributed by county: papers and photos of the register; the bytes are found again by their hash. Append-only.
create table project_file (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  name text not null,
  media_type text not null,
  size int not null,
  sha256 text not null,
  bytes bytea not null,
  uploaded_at timestamptz not null,
  uploaded_by text,
  primary key (county_code, id)
);

-- distributed by county: every version of every record of the register as it was saved, so that nothing is overwritten without trace.
create table project_history (
  county_code char(6) collate "C" not null,
  kind text not null,
  record_id uuid not null,
  id uuid not null,
  -- Order of saving, since two saves may share an instant.
  seq bigint generated always as identity,
  realm text not null,
  content jsonb not null,
  saved_at timestamptz not null,
  saved_by text,
  primary key (county_code, id)
);
create index project_history_record on project_history (county_code, kind, record_id, seq);

-- distributed by county: a version of a county's plan of a year (6.2). Approved versions are never changed.
create table plan_version (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  year int not null,
  version int not null check (version >= 1),
  state text not null check (state in ('proposed', 'approved', 'returned')),
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (county_code, id),
  unique (county_code, realm, year, version)
);

-- distributed by county: an entry of the project register (6.2).
create table project (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  year int not null,
  version int not null check (version >= 1),
  stage text not null check (stage in ('planned', 'procuring', 'contracted', 'under-way', 'completed', 'accepted', 'stopped')),
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (county_code, id)
);

-- distributed by county: a supported place of a project.
create table project_site (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  project_id uuid not null,
  version int not null check (version >= 1),
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (county_code, id),
  foreign key (county_code, project_id) references project (county_code, id)
);

-- distributed by county: progress of a project as reported. Append-only.
create table progress_report (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  project_id uuid not null,
  as_of date not null,
  percent int not null check (percent between 0 and 100),
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (county_code, id),
  foreign key (county_code, project_id) references project (county_code, id)
);

-- distributed by county: a county's file on a firm that works for the programme (6.3).
create table contractor (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  version int not null check (version >= 1),
  credit_code text not null,
  organisation_id uuid,
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (county_code, id),
  unique (county_code, realm, credit_code)
);

-- distributed by county: one lawful procedure, with the losing bids (6.3).
create table procurement (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  project_id uuid not null,
  version int not null check (version >= 1),
  state text not null check (state in ('draft', 'published', 'opened', 'awarded', 'cancelled')),
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (county_code, id),
  foreign key (county_code, project_id) references project (county_code, id)
);

-- distributed by county: a contract with a contractor (6.3, 6.4d). Sums are kept apart so that the database can add them up.
create table contract (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  project_id uuid not null,
  procurement_id uuid,
  contractor_id uuid not null,
  version int not null check (version >= 1),
  state text not null check (state in ('draft', 'referred', 'signed', 'completed', 'terminated')),
  amount_fen bigint not null check (amount_fen >= 0),
  -- The number with its realm, since live and demonstration contracts may share numbers.
  contract_number_key text not null,
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (county_code, id),
  unique (county_code, contract_number_key),
  foreign key (county_code, project_id) references project (county_code, id),
  foreign key (county_code, contractor_id) references contractor (county_code, id),
  foreign key (county_code, procurement_id) references procurement (county_code, id)
);

-- distributed by county: a change of a contract: proposed with a typed reason, decided by someone else.
create table contract_change (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  contract_id uuid not null,
  state text not null check (state in ('proposed', 'approved', 'refused')),
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (county_code, id),
  foreign key (county_code, contract_id) references contract (county_code, id)
);

-- distributed by county: a named official's ruling on a doubtful spending (3.6). Append-only, and published.
create table gate_ruling (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  year int not null,
  title text not null,
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (county_code, id),
  unique (county_code, realm, year, title)
);

-- distributed by county: a piece of equipment bought with programme money, found again by its label.
create table asset_card (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  contract_id uuid not null,
  version int not null check (version >= 1),
  number text not null,
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (county_code, id),
  unique (county_code, realm, number),
  foreign key (county_code, contract_id) references contract (county_code, id)
);

-- distributed by county: someone stood before an asset and said what they saw. Append-only.
create table stock_take (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  asset_id uuid not null,
  taken_on date not null,
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (county_code, id),
  foreign key (county_code, asset_id) references asset_card (county_code, id)
);

-- distributed by county: a photo of the programme's sign at a site (6.4b). Append-only.
create table sign_photo (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  site_id uuid not null,
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (county_code, id),
  foreign key (county_code, site_id) references project_site (county_code, id)
);

create index project_site_by_project on project_site (county_code, project_id);
create index progress_report_by_project on progress_report (county_code, project_id, as_of);
create index procurement_by_project on procurement (county_code, project_id);
create index contract_by_project on contract (county_code, project_id);
create index contract_by_contractor on contract (county_code, contractor_id);
create index contract_change_by_contract on contract_change (county_code, contract_id);
create index asset_card_by_contract on asset_card (county_code, contract_id);
create index stock_take_by_asset on stock_take (county_code, asset_id);
create index sign_photo_by_site on sign_photo (county_code, site_id);

alter table project_file enable row level security;
create policy project_file_scope on project_file using (in_realm(realm) and in_scope(county_code));
alter table project_history enable row level security;
create policy project_history_scope on project_history using (in_realm(realm) and in_scope(county_code));
alter table plan_version enable row level security;
create policy plan_version_scope on plan_version using (in_realm(realm) and in_scope(county_code));
alter table project enable row level security;
create policy project_scope on project using (in_realm(realm) and in_scope(county_code));
alter table project_site enable row level security;
create policy project_site_scope on project_site using (in_realm(realm) and in_scope(county_code));
alter table progress_report enable row level security;
create policy progress_report_scope on progress_report using (in_realm(realm) and in_scope(county_code));
alter table contractor enable row level security;
create policy contractor_scope on contractor using (in_realm(realm) and in_scope(county_code));
alter table procurement enable row level security;
create policy procurement_scope on procurement using (in_realm(realm) and in_scope(county_code));
alter table contract enable row level security;
create policy contract_scope on contract using (in_realm(realm) and in_scope(county_code));
alter table contract_change enable row level security;
create policy contract_change_scope on contract_change using (in_realm(realm) and in_scope(county_code));
alter table gate_ruling enable row level security;
create policy gate_ruling_scope on gate_ruling using (in_realm(realm) and in_scope(county_code));
alter table asset_card enable row level security;
create policy asset_card_scope on asset_card using (in_realm(realm) and in_scope(county_code));
alter table stock_take enable row level security;
create policy stock_take_scope on stock_take using (in_realm(realm) and in_scope(county_code));
alter table sign_photo enable row level security;
create policy sign_photo_scope on sign_photo using (in_realm(realm) and in_scope(county_code));
grant select, insert on project_file, project_history to jincun_app;
grant select, insert, update (state, content, recorded_at, recorded_by) on plan_version to jincun_app;
grant select, insert, update (version, stage, content, recorded_at, recorded_by) on project to jincun_app;
grant select, insert, update (version, content, recorded_at, recorded_by) on project_site to jincun_app;
grant select, insert on progress_report to jincun_app;
grant select, insert, update (version, organisation_id, content, recorded_at, recorded_by) on contractor to jincun_app;
grant select, insert, update (version, state, content, recorded_at, recorded_by) on procurement to jincun_app;
grant select, insert, update (version, state, amount_fen, content, recorded_at, recorded_by) on contract to jincun_app;
grant select, insert, update (state, content, recorded_at, recorded_by) on contract_change to jincun_app;
grant select, insert on gate_ruling to jincun_app;
grant select, insert, update (version, content, recorded_at, recorded_by) on asset_card to jincun_app;
grant select, insert on stock_take to jincun_app;
grant select, insert on sign_photo to jincun_app;
