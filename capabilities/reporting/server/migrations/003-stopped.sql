-- An upload that was cut off gives its key up to the next one.
grant update (idempotency_key) on report_batch to jincun_app;

-- When and by what storing was stopped; null where nothing stopped it since it was last taken up. Taken up again by hand or at the next start.
alter table report_batch add column stopped jsonb;
grant update (stopped) on report_batch to jincun_app;
