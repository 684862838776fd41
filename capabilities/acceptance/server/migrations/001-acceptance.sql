-- distributed by county: a contractor's request for acceptance and what became of it (6.2, 6.4d).
create table acceptance (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  project_id uuid not null,
  contract_id uuid not null,
  version int not null check (version >= 1),
  state text not null check (state in ('requested', 'checked', 'sampled', 'defective', 'accepted')),
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (county_code, id),
  unique (county_code, contract_id),
  foreign key (county_code, project_id) references project (county_code, id),
  foreign key (county_code, contract_id) references contract (county_code, id)
);

-- distributed by county: a visit to one site with its checklist. Append-only.
create table acceptance_inspection (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  request_id uuid not null,
  site_id uuid not null,
  level text not null check (level in ('county', 'city', 'province')),
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (county_code, id),
  foreign key (county_code, request_id) references acceptance (county_code, id),
  foreign key (county_code, site_id) references project_site (county_code, id)
);

-- distributed by county: data a contractor handed in (6.4d). Append-only; nothing takes a delivery back.
create table data_delivery (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  contract_id uuid not null,
  item text not null,
  month text not null,
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (county_code, id),
  foreign key (county_code, contract_id) references contract (county_code, id)
);

-- distributed by county: what was seen at a site months after its acceptance (6.3). Append-only.
create table operation_check (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  acceptance_id uuid not null,
  site_id uuid not null,
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (county_code, id),
  foreign key (county_code, acceptance_id) references acceptance (county_code, id),
  foreign key (county_code, site_id) references project_site (county_code, id)
);

create index acceptance_inspection_by_request on acceptance_inspection (county_code, request_id);
create index data_delivery_by_contract on data_delivery (county_code, contract_id);
create index operation_check_by_acceptance on operation_check (county_code, acceptance_id);

alter table acceptance enable row level security;
create policy acceptance_scope on acceptance using (in_realm(realm) and in_scope(county_code));
alter table acceptance_inspection enable row level security;
create policy acceptance_inspection_scope on acceptance_inspection using (in_realm(realm) and in_scope(county_code));
alter table data_delivery enable row level security;
create policy data_delivery_scope on data_delivery using (in_realm(realm) and in_scope(county_code));
alter table operation_check enable row level security;
create policy operation_check_scope on operation_check using (in_realm(realm) and in_scope(county_code));
grant select, insert, update (version, state, content, recorded_at, recorded_by) on acceptance to jincun_app;
grant select, insert on acceptance_inspection, data_delivery, operation_check to jincun_app;
