-- A file may belong to an agreement: its participants then read it as they read the rest of what they share.
alter table files.file add column agreement_id integer references kernel.agreement;
create index on files.file (agreement_id) where agreement_id is not null;
drop policy body on files.file;
select kernel.protect('files.file', 'shared');
