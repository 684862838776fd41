-- The audit chains are tied to the public log: each publication commits to the heads of all chains that moved since the one before it.
-- Whoever rewrites an audited row, and its chain after it, can no longer do so without changing what was published.
-- coordinator: beside the public log.
create table audit_anchor (
  county_code char(6) collate "C" not null,
  seq bigint not null,
  hash text not null,
  leaf bigint not null references publication,
  primary key (county_code, seq)
);
create index audit_anchor_leaf on audit_anchor (leaf);
-- Place, number and hash are all there is in it, and they are public.
revoke all on audit_anchor from public;
grant select on audit_anchor to jincun_app;

-- SHA-256 of the canonical JSON [[place, seq, hash], …], by place. Null on publications from before.
alter table publication add column audit_hash text;

-- Heads are read, never locked: a place that writes at this moment is in the next publication.
create or replace function append_publication(
  new_id uuid, place char(6), in_which_realm text, what text, in_year int, zh text, en text, body text, cites text, at timestamptz, who text
) returns bigint language plpgsql security definer set search_path = public as $$
declare
  next_leaf bigint;
  heads text;
begin
  select leaves into next_leaf from publication_head for update;
  if exists (select from publication where id = new_id) then return (select leaf from publication where id = new_id); end if;
  select '[' || coalesce(string_agg('["' || h.county_code || '",' || h.seq || ',"' || h.hash || '"]', ',' order by h.county_code), '') || ']'
    into heads from audit_head h
    where not exists (select from audit_anchor a where a.county_code = h.county_code and a.seq = h.seq);
  insert into publication values (next_leaf, new_id, place, in_which_realm, what, in_year, zh, en, body,
    encode(sha256(convert_to(body, 'UTF8')), 'hex'), cites, at, who, encode(sha256(convert_to(heads, 'UTF8')), 'hex'));
  insert into audit_anchor
    select head->>0, (head->>1)::bigint, head->>2, next_leaf from json_array_elements(heads::json) as head;
  update publication_head set leaves = next_leaf + 1;
  return next_leaf;
end $$;
