-- Who did what, when, and what it was before and after. One hash chain per place, so that places do not wait for each other.
-- coordinator: the log stays on one node.
create table audit_head (
  county_code char(6) collate "C" primary key,
  seq bigint not null,
  hash text not null
);

-- coordinator: the log stays on one node.
create table audit_event (
  county_code char(6) collate "C" not null,
  seq bigint not null,
  at timestamptz not null,
  realm text not null,
  person_id text,
  action text not null,
  record_kind text not null,
  record_id text not null,
  -- The text that was hashed: canonical JSON of who, when, what, before and after.
  payload text not null,
  previous_hash text not null,
  hash text not null,
  primary key (county_code, seq)
);
create index audit_event_record on audit_event (record_kind, record_id);
create index audit_event_at on audit_event (at);

-- The only way in. The application role cannot insert, update or delete rows itself.
create function append_audit(
  place char(6), happened timestamptz, in_which_realm text, who text, did text, kind text, id text, content text
) returns bigint language plpgsql security definer set search_path = public as $$
declare
  last audit_head;
  next_hash text;
begin
  insert into audit_head values (place, 0, repeat('0', 64)) on conflict do nothing;
  select * into last from audit_head where county_code = place for update;
  -- The canonical JSON of {payload, previousHash, seq}, so that anyone can recompute it outside the database.
  next_hash := encode(sha256(convert_to(
    '{"payload":' || content || ',"previousHash":"' || last.hash || '","seq":' || last.seq + 1 || '}', 'UTF8')), 'hex');
  insert into audit_event values
    (place, last.seq + 1, happened, in_which_realm, who, did, kind, id, content, last.hash, next_hash);
  update audit_head set seq = last.seq + 1, hash = next_hash where county_code = place;
  return last.seq + 1;
end $$;

alter table audit_event enable row level security;
create policy audit_event_scope on audit_event for select using (in_scope(county_code) and in_realm(realm));
revoke all on audit_head, audit_event from public;
grant select on audit_head, audit_event to jincun_app;
revoke all on function append_audit from public;
grant execute on function append_audit to jincun_app;
