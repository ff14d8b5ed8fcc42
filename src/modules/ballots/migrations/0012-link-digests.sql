-- The keys in the links of the guards are kept no more: their SHA-256 recognises them. The type is changed rather than the rows, so that
-- what was announced stays as it was for everything else.
alter table ballots.secret alter column authority_token type text using encode(sha256(convert_to(authority_token, 'UTF8')), 'hex');
alter table ballots.secret rename column authority_token to authority_key_digest;
alter table ballots.secret add check (authority_key_digest ~ '^[0-9a-f]{64}$');

alter table ballots.trustee alter column token type text using encode(sha256(convert_to(token, 'UTF8')), 'hex');
alter table ballots.trustee rename column token to key_digest;
alter table ballots.trustee add check (key_digest ~ '^[0-9a-f]{64}$');
