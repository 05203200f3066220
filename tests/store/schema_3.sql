-- Frozen: a database as schema 3 wrote it. Never edit this; a later schema gets a file of its own beside it.
PRAGMA application_id = 1380471379;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE claim (session TEXT PRIMARY KEY NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        owner TEXT NOT NULL);
INSERT INTO "claim" VALUES('k7mq-2xdr','12@here');
CREATE TABLE content (sha256 TEXT PRIMARY KEY NOT NULL, packed BLOB NOT NULL);
INSERT INTO "content" VALUES('6aecbfa3617e3537cd7c74e51ce141f61db9a35c0c391dd78e642b5d94d8770c',X'789CAB56CA4C51B252CA2C4A54AA0500180F03C4');
CREATE TABLE derived (session TEXT PRIMARY KEY NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    made_from TEXT NOT NULL, text TEXT NOT NULL);
INSERT INTO "derived" VALUES('k7mq-2xdr','abc','{}');
CREATE TABLE event (session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        number INTEGER NOT NULL CHECK (number >= 1), parent INTEGER CHECK (parent < number), kind TEXT NOT NULL,
        at REAL NOT NULL, body TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (session, number),
        FOREIGN KEY (session, parent) REFERENCES event (session, number));
INSERT INTO "event" VALUES('k7mq-2xdr',1,NULL,'turn',1.5,'{"text":"Привет 👋","where":"dm"}','5646ca2f5654b16ad671bfd3915753edcf9524fa8b1dce24056c2a19b138fda0');
INSERT INTO "event" VALUES('k7mq-2xdr',2,1,'reply',2.0,'{"client":[{"text":"hi"}]}','f1494586e6fa48f8580b21cfa9ae8a02964ea4e51afd369c9cde47e003b5f1d9');
INSERT INTO "event" VALUES('k7mq-2xdr',3,NULL,'turn',9.25,'{"text":"hello"}','754d55192effc49728641bd06de485a6208ea615b112a244583e1b70200d4a1d');
CREATE TABLE export (session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE, file TEXT NOT NULL,
        PRIMARY KEY (session, file));
INSERT INTO "export" VALUES('k7mq-2xdr','/tmp/k7mq.csv');
CREATE TABLE session (ordinal INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, trainee TEXT, scenario TEXT NOT NULL,
        seed INTEGER NOT NULL, started_at TEXT NOT NULL, program TEXT NOT NULL, mode TEXT NOT NULL, manner TEXT NOT NULL DEFAULT 'practice');
INSERT INTO "session" VALUES(1,'k7mq-2xdr','t-07','ira',7,'2026-01-02T03:04:05Z','0.1.0','virtual','practice');
CREATE TABLE session_content (session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        name TEXT NOT NULL, content TEXT NOT NULL REFERENCES content (sha256), PRIMARY KEY (session, name));
INSERT INTO "session_content" VALUES('k7mq-2xdr','scenario','6aecbfa3617e3537cd7c74e51ce141f61db9a35c0c391dd78e642b5d94d8770c');
CREATE INDEX session_content_by_content ON session_content (content);
CREATE TRIGGER event_in_order BEFORE INSERT ON event
        WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM event WHERE session = NEW.session)
        BEGIN SELECT RAISE(ABORT, 'events are added one after the other'); END;
CREATE TRIGGER event_stays BEFORE DELETE ON event
        WHEN EXISTS (SELECT 1 FROM session WHERE id = OLD.session)
        BEGIN SELECT RAISE(ABORT, 'events go only with their whole session'); END;
CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER session_unchanged BEFORE UPDATE ON session
        BEGIN SELECT RAISE(ABORT, 'a session stays as it began'); END;
CREATE TRIGGER session_content_unchanged BEFORE UPDATE ON session_content
        BEGIN SELECT RAISE(ABORT, 'a session stays as it began'); END;
CREATE TRIGGER content_unchanged BEFORE UPDATE ON content
        BEGIN SELECT RAISE(ABORT, 'content is never changed'); END;
COMMIT;
