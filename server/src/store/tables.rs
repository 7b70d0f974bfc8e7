//! Every table, and what of it a backup keeps: what is needed to live on, and nothing that would let anything be
//! collected or used again. A test compares this with the tables that there are.

use super::db::{Cell, Holds, Mark, StoreError, Tx, insert_rows};
use super::one;

/// A table of which rows are kept.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// The columns that are kept, with what they hold.
    pub columns: &'static [(&'static str, Holds)],
    /// The columns that are not: they come back empty.
    pub left_empty: &'static [&'static str],
    /// In which order its rows are written, so that what is named comes before what names it.
    pub order: &'static str,
}

const ID: Holds = Holds::Id;
const BYTES: Holds = Holds::Bytes;
const WHOLE: Holds = Holds::Whole;
const TEXT: Holds = Holds::Text;

const fn table(
    name: &'static str,
    columns: &'static [(&'static str, Holds)],
    order: &'static str,
) -> Table {
    Table { name, columns, left_empty: &[], order }
}

/// The tables of a backup: each after those that it names.
pub const KEPT: &[Table] = &[
    table(
        "person",
        &[
            ("id", ID),
            ("added_at", WHOLE),
            ("key_wrapped", BYTES),
            ("sealed", BYTES),
            ("nino_index", BYTES),
            ("nhs_index", BYTES),
            ("died_at", WHOLE),
            ("erased_at", WHOLE),
        ],
        "id",
    ),
    table(
        "account",
        &[
            ("person_id", ID),
            ("email_index", BYTES),
            ("sealed", BYTES),
            ("password_hash", TEXT),
            ("activated_at", WHOLE),
            ("password_changed_at", WHOLE),
        ],
        "person_id",
    ),
    table(
        "record",
        &[
            ("id", ID),
            ("nhs_index", BYTES),
            ("source", TEXT),
            ("key_wrapped", BYTES),
            ("sealed", BYTES),
            ("digest", BYTES),
            ("imported_at", WHOLE),
        ],
        "id",
    ),
    table(
        "source_permit",
        &[("person_id", ID), ("source", TEXT), ("seq", WHOLE), ("action", TEXT), ("at", WHOLE)],
        "person_id, source, seq",
    ),
    table(
        "client",
        &[
            ("id", TEXT),
            ("organisation", TEXT),
            ("team", TEXT),
            ("jwks", TEXT),
            ("scopes", TEXT),
            ("purposes", TEXT),
            ("added_at", WHOLE),
            ("disabled_at", WHOLE),
            ("disabled_generation", WHOLE),
        ],
        "id",
    ),
    table(
        "purpose",
        &[
            ("id", TEXT),
            ("version", WHOLE),
            ("body", TEXT),
            ("imported_at", WHOLE),
            ("retired_at", WHOLE),
        ],
        "id, version",
    ),
    table(
        "request",
        &[
            ("id", ID),
            ("client_id", TEXT),
            ("reference", TEXT),
            ("purpose", TEXT),
            ("purpose_version", WHOLE),
            ("key_wrapped", BYTES),
            ("sealed", BYTES),
            ("nino_index", BYTES),
            ("person_id", ID),
            ("matched_at", WHOLE),
            ("not_me_at", WHOLE),
            ("submitted_at", WHOLE),
            ("respond_by", TEXT),
            ("closed_at", WHOLE),
            ("close_reason", TEXT),
            ("answer_complete_at", WHOLE),
            ("replaces", ID),
            ("follows", ID),
            ("version", WHOLE),
            ("about", BYTES),
        ],
        "submitted_at, id",
    ),
    table(
        "said",
        &[("request_id", ID), ("seq", WHOLE), ("at", WHOLE), ("kind", TEXT), ("sealed", BYTES)],
        "request_id, seq",
    ),
    Table {
        name: "package",
        columns: &[
            ("request_id", ID),
            ("decision_version", WHOLE),
            ("digest", BYTES),
            ("size", WHOLE),
        ],
        left_empty: &["key_wrapped", "sealed", "contents_sealed"],
        order: "request_id, decision_version",
    },
    table(
        "collection",
        &[
            ("id", ID),
            ("request_id", ID),
            ("decision_version", WHOLE),
            ("digest", BYTES),
            ("size", WHOLE),
            ("at", WHOLE),
            ("erasure_asked_at", WHOLE),
        ],
        "id",
    ),
    table(
        "collection_answer",
        &[("collection_id", ID), ("kind", TEXT), ("sealed", BYTES), ("at", WHOLE)],
        "at, collection_id",
    ),
    table(
        "words",
        &[("person_id", ID), ("request_id", ID), ("sealed", BYTES), ("saved_at", WHOLE)],
        "person_id, request_id",
    ),
    table(
        "helper_words",
        &[("id", ID), ("person_id", ID), ("request_id", ID), ("sealed", BYTES), ("sent_at", WHOLE)],
        "id",
    ),
    table(
        "professional_answer",
        &[
            ("id", ID),
            ("person_id", ID),
            ("request_id", ID),
            ("sealed", BYTES),
            ("imported_at", WHOLE),
        ],
        "id",
    ),
    table(
        "marked_entry",
        &[
            ("id", ID),
            ("person_id", ID),
            ("request_id", ID),
            ("sealed", BYTES),
            ("marked_at", WHOLE),
        ],
        "id",
    ),
    table("leaf", &[("seq", WHOLE), ("hash", BYTES), ("at", WHOLE)], "seq"),
    table(
        "event",
        &[
            ("seq", WHOLE),
            ("person_id", ID),
            ("request_id", ID),
            ("kind", TEXT),
            ("at", WHOLE),
            ("sealed", BYTES),
        ],
        "seq",
    ),
    table(
        "receipt",
        &[
            ("id", ID),
            ("person_id", ID),
            ("request_id", ID),
            ("kind", TEXT),
            ("at", WHOLE),
            ("digest", BYTES),
            ("sealed", BYTES),
            ("html_sealed", BYTES),
            ("leaf_seq", WHOLE),
            ("cause", TEXT),
        ],
        "id",
    ),
    table(
        "decision_receipt",
        &[("request_id", ID), ("decision_version", WHOLE), ("receipt_id", ID)],
        "request_id, decision_version",
    ),
    table(
        "own_copy",
        &[
            ("id", ID),
            ("person_id", ID),
            ("request_id", ID),
            ("decision_version", WHOLE),
            ("digest", BYTES),
            ("size", WHOLE),
            ("at", WHOLE),
            ("sealed", BYTES),
        ],
        "id",
    ),
    table("canary_person", &[("person_id", ID), ("made_at", WHOLE)], "made_at, person_id"),
    table(
        "canary",
        &[("request_id", ID), ("stranger_id", ID), ("person_id", ID), ("made_at", WHOLE)],
        "made_at, request_id",
    ),
    table(
        "canary_trip",
        &[("id", ID), ("at", WHOLE), ("what", TEXT), ("cleared_at", WHOLE), ("reason", TEXT)],
        "id",
    ),
    table(
        "log_epoch",
        &[("epoch", WHOLE), ("from_size", WHOLE), ("at", WHOLE), ("reason", TEXT)],
        "epoch",
    ),
    table("figure_month", &[("month", TEXT), ("rules", WHOLE), ("published_at", WHOLE)], "month"),
    table(
        "figure",
        &[("month", TEXT), ("purpose", TEXT), ("measure", TEXT), ("value", WHOLE)],
        "month, purpose, measure",
    ),
    table(
        "figure_left",
        &[("month", TEXT), ("purpose", TEXT), ("what", TEXT), ("times", WHOLE)],
        "month, purpose, what",
    ),
];

/// What was published of the log: put back once the log has its size.
pub const PUBLISHED: &[Table] = &[
    table("checkpoint", &[("size", WHOLE), ("root", BYTES), ("at", WHOLE), ("note", TEXT)], "size"),
    table("tile_root", &[("level", WHOLE), ("n", WHOLE), ("hash", BYTES)], "level, n"),
    table(
        "cosignature",
        &[("size", WHOLE), ("witness", TEXT), ("at", WHOLE), ("line", TEXT)],
        "size, witness",
    ),
];

/// The tables that a backup leaves out, and why: what would be used a second time, what opens or finds something, what
/// counts guesses, what nobody agreed to yet.
pub const LEFT_OUT: &[(&str, &str)] = &[
    ("access_token", "a requester gets new ones"),
    ("activation", "a code that was used since could be used again: issue new ones"),
    ("assertion_seen", "ends within minutes"),
    ("attempt", "counts guesses"),
    ("canary_look", "begins anew"),
    ("draft", "nothing was decided yet"),
    ("helper_invitation", "a link that was used since could be used again"),
    ("log_head", "the size of the log is in the manifest"),
    ("preview", "what was shown is of no use without its key, and its key is in no backup"),
    ("session", "everybody signs in again"),
];

impl Table {
    /// The question for all its rows.
    #[must_use]
    pub fn question(&self) -> String {
        let columns: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        format!("SELECT {} FROM {} ORDER BY {}", columns.join(", "), self.name, self.order)
    }

    /// The statement that puts so many rows into it.
    #[must_use]
    pub fn statement(&self, rows: usize) -> String {
        let columns: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        let insert = format!("INSERT INTO {} ({})", self.name, columns.join(", "));
        insert_rows(&insert, rows, columns.len(), Mark::Number)
    }

    /// What its columns hold, in order.
    #[must_use]
    pub fn holds(&self) -> Vec<Holds> {
        self.columns.iter().map(|(_, holds)| *holds).collect()
    }
}

/// The first table that holds anything; none in an empty store.
pub async fn first_in_use(tx: &mut Tx) -> Result<Option<&'static str>, StoreError> {
    let (size,) = one!(tx, (i64,), "SELECT CAST(size AS BIGINT) FROM log_head WHERE one = 1")?;
    if size > 0 {
        return Ok(Some("log_head"));
    }
    let kept = KEPT.iter().chain(PUBLISHED).map(|table| table.name);
    let left_out = LEFT_OUT.iter().map(|(name, _)| *name).filter(|name| *name != "log_head");
    for name in kept.chain(left_out) {
        let mut used = false;
        let question = format!("SELECT CAST(1 AS BIGINT) FROM {name} LIMIT 1");
        let take = |_: Vec<Cell>| -> Result<(), StoreError> {
            used = true;
            Ok(())
        };
        tx.each_row(question, &[Holds::Whole], take).await?;
        if used {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

/// The log has this size from here on: as many leaves as were put back.
pub async fn set_size(tx: &mut Tx, size: i64) -> Result<u64, StoreError> {
    let done = super::execute!(tx, "UPDATE log_head SET size = $1 WHERE one = 1", size)?;
    tx.goes_on_at(size);
    Ok(done)
}
