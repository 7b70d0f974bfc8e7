-- What was done about a request is counted by kind, however often it was done.

CREATE INDEX event_by_request_and_kind ON event (request_id, kind, seq, at);
