-- What SQLAlchemy has no words for: the full-text index with its triggers, and the views that a person reads in the
-- sqlite3 shell or in Datasette. Run once, when a ledger is made; statements end with a line that holds only "--;".
-- sqlite3 shell or in Datasette. Run once, when a ledger is made; a line of two dashes and a semicolon parts two statements.
CREATE VIRTUAL TABLE sentences_fts USING fts5(
  text, content='sentences', content_rowid='number', tokenize="unicode61 remove_diacritics 2"
)
--;
CREATE TRIGGER sentences_fts_insert AFTER INSERT ON sentences BEGIN
  INSERT INTO sentences_fts(rowid, text) VALUES (new.number, new.text);
END
--;
CREATE TRIGGER sentences_fts_delete AFTER DELETE ON sentences BEGIN
  INSERT INTO sentences_fts(sentences_fts, rowid, text) VALUES ('delete', old.number, old.text);
END
--;
CREATE VIEW documents_readable AS
SELECT d.id, d.name AS document, o.name AS outlet, json_extract(d.published, '$.start') AS published,
  json_extract(d.published, '$.basis') AS published_basis, d.title, d.byline, d.dateline, d.url, d.language,
  length(d.text) AS characters,
  (SELECT count(*) FROM sentences s WHERE s.document = d.id) AS sentences,
  (SELECT count(*) FROM claims c WHERE c.document = d.id) AS claims,
  (SELECT count(*) FROM issues i WHERE i.document IN (d.id, d.name)) AS issues
FROM documents d JOIN outlets o ON o.id = d.outlet
ORDER BY d.name
--;
CREATE VIEW claim_actors_readable AS
SELECT a.claim, a.role, a.position, coalesce(l.id, a.actor) AS actor, coalesce(l.name, a.name) AS name,
  a.name AS printed
FROM claim_actors a
LEFT JOIN actor_merges m ON m.actor = a.actor
LEFT JOIN ledger_actors l ON l.id = coalesce(m."into", a.actor)
--;
CREATE VIEW claims_readable AS
SELECT c.id, d.name AS document, o.name AS outlet,
  (SELECT group_concat(name, ' <- ') FROM
    (SELECT name FROM claim_actors_readable a WHERE a.claim = c.id AND a.role = 'voice' ORDER BY position)) AS voice,
  c.kind, x.type,
  (SELECT group_concat(name, '; ') FROM
    (SELECT name FROM claim_actors_readable a WHERE a.claim = c.id AND a.role = 'agent' ORDER BY position)) AS agents,
  (SELECT group_concat(name, '; ') FROM
    (SELECT name FROM claim_actors_readable a WHERE a.claim = c.id AND a.role = 'patient' ORDER BY position)) AS patients,
  json_extract(c.row, '$.place.name') AS place, json_extract(c.row, '$.place.adm1') AS adm1,
  x.place_country AS country,
  x.start_day, date(x.end_day, '-1 day') AS last_day,
  (SELECT group_concat(json_extract(f.value, '$.text') || ' ' || json_extract(f.value, '$.measure'), '; ')
    FROM json_each(c.row, '$.figures') f) AS figures,
  -- "Does not control", a state of its own, is no certain "controls": its sign is turned.
  CASE WHEN json_extract(c.row, '$.qualifier') IN ('not', 'never')
    THEN replace(replace(replace(c.factuality, '-', '~'), '+', '-'), '~', '+') ELSE c.factuality END AS factuality,
  json_extract(c.row, '$.qualifier') AS qualifier,
  c.realis, c.stance, s.text AS sentence, substr(d.text, c.start + 1, c."end" - c.start) AS content,
  x.plover, x.acled, (SELECT min(incident) FROM incident_claims ic WHERE ic.claim = c.id) AS incident, c.origin
FROM claims c
JOIN claim_index x ON x.claim = c.id
JOIN documents d ON d.id = c.document
JOIN outlets o ON o.id = d.outlet
JOIN sentences s ON s.document = c.document AND s."index" = c.sentence
ORDER BY d.name, c.sentence, c.start
--;
CREATE VIEW incidents_readable AS
SELECT i.id, i.start_day, date(i.end_day, '-1 day') AS last_day, i.type, i.title,
  json_extract(i.place, '$.name') AS place, json_extract(i.place, '$.adm1') AS adm1, i.place_country AS country,
  (SELECT group_concat(json_extract(a.value, '$.name'), '; ') FROM json_each(i.actors) a) AS actors,
  (SELECT group_concat(json_extract(f.value, '$.measure') || ' '
      || coalesce(json_extract(f.value, '$.low'), '?') || '-' || coalesce(json_extract(f.value, '$.high'), '?')
      || ' (best ' || coalesce(json_extract(f.value, '$.best'), 'none') || ')', '; ')
    FROM json_each(i.figures) f) AS figures,
  i.status, i.status_reason, i.origins,
  (SELECT group_concat(o.value, '; ') FROM json_each(i.outlets) o) AS outlets,
  (SELECT group_concat(d.value, '; ') FROM json_each(i.documents) d) AS documents,
  json_array_length(i.claims) AS claims, i.part_of, i.why
FROM incidents i
ORDER BY i.start_day IS NULL, i.start_day, i.id
--;
CREATE VIEW comparisons_readable AS
SELECT c.id, c.slot, c.verdict, c.reason, a.document AS first_document, a.voice AS first_voice,
  a.sentence AS first_sentence, b.document AS second_document, b.voice AS second_voice, b.sentence AS second_sentence,
  c.first, c.second
FROM comparisons c
JOIN claims_readable a ON a.id = c.first
JOIN claims_readable b ON b.id = c.second
--;
CREATE VIEW contradictions_readable AS
SELECT * FROM comparisons_readable WHERE verdict = 'contradicts'
--;
CREATE VIEW voices_readable AS
SELECT v.id, d.name AS document, v.text AS voice, coalesce(l.name, v.text) AS name, v.naming, v.speech, v.cue,
  v.stance, v.commitment, v.reason, v.medium, u.text AS passed_on_by, s.text AS sentence,
  (SELECT count(*) FROM claims c WHERE c.voice = v.id) AS claims
FROM voices v
JOIN documents d ON d.id = v.document
LEFT JOIN voices u ON u.id = v.via
LEFT JOIN sentences s ON s.document = v.document AND s."index" = v.sentence
LEFT JOIN links k ON k.mention = v.source
LEFT JOIN actor_merges m ON m.actor = k.target
LEFT JOIN ledger_actors l ON l.id = coalesce(m."into", k.target)
ORDER BY d.name, v.sentence
--;
CREATE VIEW actors_readable AS
SELECT l.id, l.name, l.kind, l.private, l.description,
  (SELECT group_concat(n.value, '; ') FROM json_each(l.names) n) AS names,
  (SELECT group_concat(trim(json_extract(r.value, '$.qualifier') || ' ' || json_extract(r.value, '$.title')), '; ')
    FROM json_each(l.roles) r) AS roles,
  (SELECT group_concat(DISTINCT d.name) FROM actors a JOIN documents d ON d.id = a.document
    LEFT JOIN actor_merges m ON m.actor = a.id WHERE coalesce(m."into", a.id) = l.id) AS documents
FROM ledger_actors l
ORDER BY l.name
--;
CREATE VIEW places_readable AS
SELECT p.id, p.name, p.kind, p.adm2, p.adm1, p.country, p.lat, p.lon, p.precision,
  (SELECT group_concat(DISTINCT m.text) FROM links k JOIN mentions m ON m.id = k.mention WHERE k.target = p.id)
    AS printed,
  (SELECT group_concat(DISTINCT d.name) FROM links k JOIN documents d ON d.id = k.document WHERE k.target = p.id)
    AS documents
FROM places p
ORDER BY p.name
--;
CREATE VIEW dependences_readable AS
SELECT p.id, p.kind, p.why, coalesce(da.name, p.first) AS first, coalesce(db.name, p.second) AS second
FROM dependences p
LEFT JOIN documents da ON da.id = p.first
LEFT JOIN documents db ON db.id = p.second
--;
CREATE VIEW issues_readable AS
SELECT i.id, i.code, i.stage, coalesce(d.name, i.document) AS document, i.start, i."end", i.message,
  substr(d.text, i.start + 1, i."end" - i.start) AS words
FROM issues i LEFT JOIN documents d ON d.id = i.document
