-- distributed by county: words of an invoice that wait for a named official's ruling (3.6). Append-only.
create table ruling_request (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  year int not null,
  contract_id uuid not null,
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (county_code, id),
  foreign key (county_code, contract_id) references contract (county_code, id)
);
alter table ruling_request enable row level security;
create policy ruling_request_scope on ruling_request using (in_realm(realm) and in_scope(county_code));
grant select, insert on ruling_request to jincun_app;
