//! Which measure stands beside which. The names are kept, so that runs can be compared.

/// One measure over another.
pub struct Pair {
    /// Its fixed name.
    pub name: &'static str,
    /// What is measured.
    pub over: &'static str,
    /// Beside what.
    pub under: &'static str,
    /// Of both.
    pub unit: &'static str,
    /// For people.
    pub words: &'static str,
    /// What it should come to at least.
    pub target: Option<f64>,
}

const fn pair(
    name: &'static str,
    over: &'static str,
    under: &'static str,
    unit: &'static str,
    words: &'static str,
) -> Pair {
    Pair { name, over, under, unit, words, target: None }
}

/// All of them, in the order of the table.
pub const PAIRS: &[Pair] = &[
    pair(
        "page",
        "page",
        "static-page",
        "pages/s",
        "GET /requests, signed in ÷ a static page of its size",
    ),
    Pair {
        target: Some(0.15),
        ..pair("preview", "preview", "json", "MB/s", "preview of the largest record ÷ JSON parsing")
    },
    pair(
        "preview-words",
        "preview-words",
        "json",
        "MB/s",
        "  without reading: assemble, put in words",
    ),
    pair("preview-assemble", "preview-assemble", "json", "MB/s", "  only assemble"),
    pair("record-parse", "record-parse", "json", "MB/s", "  only read"),
    Pair {
        target: Some(0.15),
        ..pair(
            "preview-demo",
            "preview-demo",
            "json-demo",
            "MB/s",
            "preview of the demo's record ÷ JSON parsing",
        )
    },
    pair(
        "preview-words-demo",
        "preview-words-demo",
        "json-demo",
        "MB/s",
        "  without reading: assemble, put in words",
    ),
    pair("preview-assemble-demo", "preview-assemble-demo", "json-demo", "MB/s", "  only assemble"),
    pair("record-parse-demo", "record-parse-demo", "json-demo", "MB/s", "  only read"),
    pair(
        "collection",
        "collection",
        "sha-256",
        "MB/s",
        "collecting the long release ÷ SHA-256 of it",
    ),
    pair(
        "collection-demo",
        "collection-demo",
        "sha-256-demo",
        "MB/s",
        "collecting the demo's release ÷ SHA-256 of it",
    ),
    pair("check-1", "check-1", "echo-1", "calls/s", "a call of 1 check ÷ an echo of its size"),
    pair(
        "check-100",
        "check-100",
        "echo-100",
        "calls/s",
        "a call of 100 checks ÷ an echo of its size",
    ),
    pair(
        "nobody",
        "check-nobody",
        "check-undecided",
        "calls/s",
        "a check about nobody ÷ about somebody undecided",
    ),
    pair(
        "check-1-commit",
        "check-1",
        "commit",
        "per s",
        "a call of 1 check ÷ a bare durable commit",
    ),
];
