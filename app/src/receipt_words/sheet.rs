//! A receipt as a sheet: what stands on paper, in the page to keep and in the plain text, in the order in which it is
//! read. Every word is in the receipt's own language.

use super::{Event, Item, Told, sentences};
use crate::{
    i18n::{Lang, day, day_and_time, join},
    t,
};
use time::{Date, PrimitiveDateTime};

/// The fields that stand on the sheet and in no sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// The receipt's id.
    pub id: String,
    /// Its code, such as RC 6NWT-2HB.
    pub code: String,
    /// The portal that issued it.
    pub issuer: String,
    /// The digest of the receipt itself.
    pub receipt_digest: String,
    /// The digest of the file that it is about.
    pub file_digest: Option<String>,
    /// What the purpose is called.
    pub purpose: Option<String>,
    /// Everybody who may see what is sent.
    pub recipients: Vec<String>,
    /// How long it may be kept.
    pub keep: Option<Keep>,
    /// Counts the answers.
    pub answer: u32,
    /// The last day of sharing.
    pub last_day: Option<Date>,
    /// Until when it can be collected.
    pub until: Option<PrimitiveDateTime>,
    /// What the law says.
    pub law: Vec<String>,
    /// Each right, with its text.
    pub rights: Vec<(String, String)>,
}

/// For how long something may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keep {
    /// Whole years.
    pub years: u32,
    /// And months.
    pub months: u32,
    /// And days.
    pub days: u32,
    /// From the day of the collection on; else from the day on which the claim has ended.
    pub from_collection: bool,
}

/// A receipt on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its language.
    pub lang: Lang,
    /// The code of the language.
    pub code: &'static str,
    /// The document's title.
    pub title: String,
    /// The heading: what happened, in a few words.
    pub heading: String,
    /// The sentences that are signed.
    pub sentences: Vec<String>,
    /// What is shared, stopped and so on: one section each, then the request, what was collected, the rights, the law.
    pub sections: Vec<Section>,
    /// The digest of the file, in rows to compare.
    pub digest: Option<DigestRows>,
    /// How to check it.
    pub check: Section,
    /// What stands at the end.
    pub footer: Vec<String>,
}

/// A part of the sheet. What it lacks is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub heading: String,
    /// Paragraphs.
    pub text: Vec<String>,
    /// A list.
    pub items: Vec<String>,
    /// Names with what belongs to them.
    pub rows: Vec<Row>,
}

/// A name with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The name.
    pub label: String,
    /// What belongs to it.
    pub value: String,
    /// Something for programs, such as a digest.
    pub code: bool,
}

/// A digest in four rows of four groups of four digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DigestRows {
    /// Its heading.
    pub heading: String,
    /// Of what it is.
    pub text: String,
    /// The rows.
    pub rows: Vec<String>,
    /// The digest as one word.
    pub whole: String,
}

impl Row {
    fn text(label: String, value: String) -> Self {
        Self { label, value, code: false }
    }

    fn code(label: String, value: String) -> Self {
        Self { label, value, code: true }
    }
}

/// The sheet of a receipt.
pub fn sheet(told: &Told, fields: &Fields) -> Sheet {
    let lang = told.lang;
    let group = |heading: String, items: &[Item]| Section {
        heading,
        items: items.iter().map(|item| item.words(lang)).collect(),
        ..Section::default()
    };
    let groups = [
        group(t!(lang, "paper-sent"), &told.sent),
        match told.event {
            Event::Collected { .. } | Event::Answered { .. } => {
                group(t!(lang, "paper-sent-none"), &told.shared)
            }
            _ => group(t!(lang, "paper-share"), &told.shared),
        },
        group(t!(lang, "paper-ended"), &told.ended),
        group(t!(lang, "paper-stopped"), &told.stopped),
        group(t!(lang, "paper-paused"), &told.paused),
        group(t!(lang, "paper-private"), &told.private),
    ];
    let mut sections: Vec<Section> =
        groups.into_iter().filter(|group| !group.items.is_empty()).collect();
    sections.push(request(told, fields));
    sections.extend(collected(told));
    sections.extend(rights(lang, fields));
    sections.push(Section {
        heading: t!(lang, "paper-law"),
        text: fields.law.clone(),
        ..Section::default()
    });
    Sheet {
        lang,
        code: lang.code(),
        title: t!(lang, "paper-title", reference = told.reference.clone()),
        heading: heading(told),
        sentences: sentences(told),
        sections,
        digest: fields.file_digest.as_deref().map(|digest| rows(told, digest)),
        check: check(lang, fields),
        footer: vec![t!(lang, "common-always")],
    }
}

fn heading(told: &Told) -> String {
    let lang = told.lang;
    match told.event {
        Event::Decided => t!(lang, "paper-heading-decision"),
        Event::Amended => t!(lang, "paper-heading-amendment"),
        Event::Withdrew => t!(lang, "paper-heading-withdrawal"),
        Event::Ended { .. } => t!(lang, "paper-heading-expiry"),
        Event::Paused(_) => t!(lang, "paper-heading-pause"),
        Event::Collected { .. } => t!(lang, "paper-heading-collection"),
        Event::Answered { .. } => t!(lang, "paper-heading-erasure"),
    }
}

fn request(told: &Told, fields: &Fields) -> Section {
    let lang = told.lang;
    let mut rows = vec![
        Row::text(t!(lang, "paper-reference"), told.reference.clone()),
        Row::text(t!(lang, "paper-asker"), told.asker.clone()),
    ];
    rows.extend(fields.purpose.clone().map(|title| Row::text(t!(lang, "paper-purpose"), title)));
    rows.push(Row::text(t!(lang, "paper-recipients"), fields.recipients.join("; ")));
    rows.extend(fields.keep.map(|keep| Row::text(t!(lang, "request-keep"), kept(lang, keep))));
    rows.push(Row::text(t!(lang, "paper-answer"), fields.answer.to_string()));
    let date = fields.last_day.map(|date| day(lang, date));
    rows.extend(date.map(|date| Row::text(t!(lang, "paper-last-day"), date)));
    let until = fields.until.map(|until| day_and_time(lang, until));
    rows.extend(until.map(|until| Row::text(t!(lang, "paper-until"), until)));
    Section { heading: t!(lang, "paper-request"), rows, ..Section::default() }
}

fn kept(lang: Lang, keep: Keep) -> String {
    let parts: Vec<String> = [
        (keep.years > 0).then(|| t!(lang, "request-years", n = keep.years)),
        (keep.months > 0).then(|| t!(lang, "request-months", n = keep.months)),
        (keep.days > 0).then(|| t!(lang, "request-days", n = keep.days)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let span = join(lang, &parts);
    if keep.from_collection {
        t!(lang, "request-keep-collection", span = span)
    } else {
        t!(lang, "request-keep-interest", span = span)
    }
}

/// Each collection that the receipt names, with the digest of what was handed out.
fn collected(told: &Told) -> Option<Section> {
    let lang = told.lang;
    let row = |(at, digest): &(PrimitiveDateTime, String)| {
        Row::code(day_and_time(lang, *at), digest.clone())
    };
    let rows = told.collected.iter().map(row).collect();
    match told.event {
        Event::Withdrew => {
            let none = told.collected.is_empty().then(|| t!(lang, "paper-before-none"));
            Some(Section {
                heading: t!(lang, "paper-before"),
                text: none.into_iter().chain([t!(lang, "paper-no-more")]).collect(),
                rows,
                items: Vec::new(),
            })
        }
        Event::Answered { .. } => {
            Some(Section { heading: t!(lang, "paper-answered"), rows, ..Section::default() })
        }
        _ => None,
    }
}

fn rights(lang: Lang, fields: &Fields) -> Option<Section> {
    let row = |(title, text): &(String, String)| Row::text(title.clone(), text.clone());
    (!fields.rights.is_empty()).then(|| Section {
        heading: t!(lang, "paper-rights"),
        text: vec![t!(lang, "paper-rights-text")],
        rows: fields.rights.iter().map(row).collect(),
        items: Vec::new(),
    })
}

fn rows(told: &Told, digest: &str) -> DigestRows {
    let lang = told.lang;
    let groups: Vec<&str> =
        (0..16).filter_map(|group| digest.get(group * 4..group * 4 + 4)).collect();
    let heading = match told.event {
        Event::Decided | Event::Amended => t!(lang, "paper-file"),
        Event::Collected { .. } | Event::Answered { .. } => t!(lang, "paper-file-collected"),
        Event::Withdrew | Event::Ended { .. } | Event::Paused(_) => t!(lang, "paper-file-stopped"),
    };
    DigestRows {
        heading,
        text: t!(lang, "paper-file-text"),
        rows: groups.chunks(4).map(|row| row.join(" ")).collect(),
        whole: digest.to_owned(),
    }
}

fn check(lang: Lang, fields: &Fields) -> Section {
    let address = format!("{}/verify", fields.issuer);
    Section {
        heading: t!(lang, "paper-check"),
        rows: vec![
            Row::code(t!(lang, "paper-receipt"), fields.id.clone()),
            Row::text(t!(lang, "paper-code"), fields.code.clone()),
            Row::text(t!(lang, "paper-issuer"), fields.issuer.clone()),
            Row::code(t!(lang, "paper-signed"), fields.receipt_digest.clone()),
        ],
        text: vec![
            t!(lang, "paper-language"),
            t!(lang, "paper-check-web", address = address),
            t!(lang, "paper-check-program", command = "sayso receipt verify FILE"),
        ],
        items: Vec::new(),
    }
}
