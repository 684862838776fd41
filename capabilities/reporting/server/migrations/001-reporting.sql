-- distributed by county: one file or call as it came in: by whom, in what form, how far it is read, what became of it (2.2, 6.4d).
-- Never deleted; only its progress and outcome are written after it was received.
create table report_batch (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  contractor char(18) collate "C" not null,
  report_type text not null,
  type_version int not null,
  -- A correction replaces orders reported before, each with a reversing row; its reason is required.
  kind text not null check (kind in ('report', 'correction')),
  reason text not null,
  -- atomic: all rows or none. row-wise: the rows without a fault.
  mode text not null check (mode in ('atomic', 'row-wise')),
  channel text not null check (channel in ('command', 'upload', 'api', 'form', 'paper')),
  format text not null check (format in ('csv', 'ndjson', 'json', 'xlsx')),
  file_name text not null,
  idempotency_key text not null,
  state text not null check (state in ('receiving', 'received', 'stored', 'refused')),
  file_bytes bigint not null default 0,
  file_sha256 char(64),
  -- How far the file is read: the first byte and the row behind the last committed piece. Written in the transaction of the rows themselves.
  next_byte bigint not null default 0,
  next_row bigint not null default 0,
  reading jsonb not null default '{}',
  rows bigint not null default 0,
  accepted bigint not null default 0,
  duplicates bigint not null default 0,
  rejected bigint not null default 0,
  notes jsonb not null default '[]',
  -- Accepted rows by the month of their business, '{"2020-03": 120}': what the batch delivers.
  months jsonb not null default '{}',
  refusal jsonb,
  received_at timestamptz not null,
  received_by text,
  finished_at timestamptz,
  primary key (county_code, id),
  unique (county_code, contractor, idempotency_key),
  check (kind = 'report' or reason <> ''),
  check (rows = accepted + duplicates + rejected)
);
create index report_batch_by_time on report_batch (county_code, received_at);

-- distributed by county: the bytes of a batch as they came, in pieces, each compressed (zstd) on its own. report_batch.file_sha256 proves the whole.
create table report_file_part (
  county_code char(6) collate "C" not null,
  batch_id uuid not null,
  part int not null,
  realm text not null check (realm in ('live', 'demo')),
  first_byte bigint not null,
  bytes bytea not null,
  primary key (county_code, batch_id, part),
  foreign key (county_code, batch_id) references report_batch (county_code, id)
);
alter table report_file_part alter column bytes set storage external;

-- distributed by county: a cell that could not be taken. Codes are permanent; the words are made from them.
create table report_row_fault (
  county_code char(6) collate "C" not null,
  batch_id uuid not null,
  row_number bigint not null,
  column_id text not null,
  realm text not null check (realm in ('live', 'demo')),
  code text not null,
  value text not null,
  primary key (county_code, batch_id, row_number, column_id),
  foreign key (county_code, batch_id) references report_batch (county_code, id)
);

-- distributed by county, a partition a month: every row that was taken, for ever as it was taken. A correction adds the old row once more with
-- sign -1 and the new one; so sums over sign are right without looking at any other row.
create table transaction_row (
  county_code char(6) collate "C" not null,
  business_date date not null,
  batch_id uuid not null,
  row_number bigint not null,
  sign smallint not null,
  realm text not null,
  category smallint not null,
  direction text collate "C" not null,
  quantity_thousandths bigint not null,
  amount_fen bigint not null,
  business_time timestamptz not null,
  entry_time timestamptz,
  order_number text collate "C" not null,
  refund_of text collate "C",
  seller_place text collate "C" not null,
  buyer_place text collate "C" not null,
  channel text collate "C" not null,
  station text collate "C",
  waybill text collate "C",
  payment_reference text collate "C",
  primary key (county_code, business_date, batch_id, row_number, sign),
  check (sign in (-1, 1)),
  check (direction in ('up', 'down')),
  check (amount_fen > 0 and quantity_thousandths > 0)
) partition by range (business_date);

-- distributed by county: which row of an order is in force. Not partitioned: an order number is one order whatever its month.
create table transaction_key (
  county_code char(6) collate "C" not null,
  contractor char(18) collate "C" not null,
  order_number text collate "C" not null,
  realm text not null,
  business_date date not null,
  batch_id uuid not null,
  row_number bigint not null,
  version int not null default 1,
  -- The order number first: it tells keys apart at the first comparison, which is a third of the cost of taking a row in.
  primary key (order_number, contractor, county_code)
);

-- distributed by county: where the earlier versions of a corrected order stand.
create table transaction_version (
  county_code char(6) collate "C" not null,
  contractor char(18) collate "C" not null,
  order_number text collate "C" not null,
  version int not null,
  realm text not null,
  business_date date not null,
  batch_id uuid not null,
  row_number bigint not null,
  primary key (county_code, contractor, order_number, version)
);

-- distributed by county: refunds by the order they refund; `matched` once that order is known, which may be later.
create table transaction_refund (
  county_code char(6) collate "C" not null,
  contractor char(18) collate "C" not null,
  order_number text collate "C" not null,
  realm text not null,
  refund_of text collate "C" not null,
  amount_fen bigint not null,
  matched boolean not null,
  primary key (county_code, contractor, order_number)
);
create index transaction_refund_of on transaction_refund (county_code, contractor, refund_of);
create index transaction_refund_waiting on transaction_refund (county_code, contractor) where not matched;

-- distributed by county: what the figures are read from. Kept up set by set, in the transaction that writes the rows.
-- orders, quantity, amount: of orders, in the month of the business. refunded_*: refunds of those orders, whenever they came, so that a late
-- refund lowers the month it belongs to. refunds_made_*: refunds in the month they were made.
create table transaction_rollup (
  county_code char(6) collate "C" not null,
  month date not null,
  direction text collate "C" not null,
  category smallint not null,
  realm text not null,
  orders bigint not null default 0,
  quantity_thousandths bigint not null default 0,
  amount_fen bigint not null default 0,
  refunded_orders bigint not null default 0,
  refunded_fen bigint not null default 0,
  refunds_made_orders bigint not null default 0,
  refunds_made_fen bigint not null default 0,
  as_of timestamptz not null,
  primary key (county_code, month, direction, category, realm)
);

alter table report_batch enable row level security;
create policy report_batch_scope on report_batch using (in_realm(realm) and in_scope(county_code));
alter table report_file_part enable row level security;
create policy report_file_part_scope on report_file_part using (in_realm(realm) and in_scope(county_code));
alter table report_row_fault enable row level security;
create policy report_row_fault_scope on report_row_fault using (in_realm(realm) and in_scope(county_code));
alter table transaction_row enable row level security;
create policy transaction_row_scope on transaction_row using (in_realm(realm) and in_scope(county_code));
alter table transaction_key enable row level security;
create policy transaction_key_scope on transaction_key using (in_realm(realm) and in_scope(county_code));
alter table transaction_version enable row level security;
create policy transaction_version_scope on transaction_version using (in_realm(realm) and in_scope(county_code));
alter table transaction_refund enable row level security;
create policy transaction_refund_scope on transaction_refund using (in_realm(realm) and in_scope(county_code));
alter table transaction_rollup enable row level security;
create policy transaction_rollup_scope on transaction_rollup using (in_realm(realm) and in_scope(county_code));

grant select, insert on report_batch, report_file_part, report_row_fault to jincun_app;
grant update (state, file_bytes, file_sha256, next_byte, next_row, reading, rows, accepted, duplicates, rejected, notes, months, refusal, finished_at)
  on report_batch to jincun_app;
-- Rows, keys, refunds and roll-ups are written by the functions of 002 only.
grant select on transaction_row, transaction_key, transaction_version, transaction_refund, transaction_rollup to jincun_app;
