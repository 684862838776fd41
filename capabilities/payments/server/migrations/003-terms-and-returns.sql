-- distributed: what county and contractor agreed on the support of a contract (3.0). A change is a further row; the last one counts. Append-only.
create table payment_terms (
  county_code char(6) collate "C" not null,
  contract_id uuid not null,
  number int not null check (number >= 1),
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  content jsonb not null,
  document text not null,
  by_person text,
  by_name text not null,
  at timestamptz not null,
  primary key (county_code, contract_id, number),
  unique (county_code, id)
);
alter table payment_terms enable row level security;
create policy payment_terms_scope on payment_terms using (in_realm(realm) and in_scope(county_code));
grant select, insert on payment_terms to jincun_app;

-- Where the request lay when the step was taken: who returned it is told to the contractor.
alter table payment_step add column from_state text;
