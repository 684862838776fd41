-- What row-level security asks of a transaction. Settings are made with set_config(…, true), so they end with the
-- transaction; a session that set none has no jurisdiction and sees no row: it fails closed.
create function in_scope(place_code text) returns boolean language sql stable parallel safe as $$
  select exists (
    select from unnest(string_to_array(current_setting('jincun.jurisdictions', true), ',')) as jurisdiction
    where jurisdiction = '*' or (jurisdiction <> '' and place_code like jurisdiction || '%')
  )
$$;

create function in_realm(realm text) returns boolean language sql stable parallel safe as $$
  select realm = current_setting('jincun.realm', true)
$$;

create function current_person() returns text language sql stable parallel safe as $$
  select nullif(current_setting('jincun.person', true), '')
$$;

grant usage on schema public to jincun_app;
