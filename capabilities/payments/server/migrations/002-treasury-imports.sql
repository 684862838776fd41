-- distributed: a payment file of the treasury as it came in, with its bytes; the same file again is the same import. Append-only.
create table treasury_import (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  imported_at timestamptz not null,
  by_person text,
  by_name text not null,
  primary key (county_code, id),
  unique (county_code, realm, sha256)
);

-- distributed: every line of the file, and every request that waited for the treasury and was not in it, as judged on that day. Append-only.
create table treasury_row (
  county_code char(6) collate "C" not null,
  import_id uuid not null,
  number int not null check (number >= 1),
  realm text not null,
  verdict text not null check (verdict in ('to-post', 'posted-before', 'to-bounce', 'bounced-before', 'amount-differs', 'unknown',
    'ambiguous', 'voucher-twice', 'missing')),
  request_id uuid,
  payee text not null,
  expected_fen bigint,
  -- What the file says; all null for a request that the file lacks.
  sheet_row int,
  voucher text,
  paid_on date,
  amount_fen bigint,
  bounced boolean,
  primary key (county_code, import_id, number),
  foreign key (county_code, import_id) references treasury_import (county_code, id),
  check ((verdict = 'missing') = (sheet_row is null)),
  check (num_nulls(sheet_row, voucher, paid_on, amount_fen, bounced) in (0, 5))
);

-- distributed: a person closed a difference, with a reason. Once, and never changed.
create table treasury_explanation (
  county_code char(6) collate "C" not null,
  import_id uuid not null,
  number int not null,
  realm text not null,
  reason text not null check (reason <> ''),
  by_person text,
  by_name text not null,
  at timestamptz not null,
  primary key (county_code, import_id, number),
  foreign key (county_code, import_id, number) references treasury_row (county_code, import_id, number)
);

alter table treasury_import enable row level security;
alter table treasury_row enable row level security;
alter table treasury_explanation enable row level security;
create policy treasury_import_scope on treasury_import using (in_realm(realm) and in_scope(county_code));
create policy treasury_row_scope on treasury_row using (in_realm(realm) and in_scope(county_code));
create policy treasury_explanation_scope on treasury_explanation using (in_realm(realm) and in_scope(county_code));
grant select, insert on treasury_import, treasury_row, treasury_explanation to jincun_app;
