//! A letter as it is written: who to whom, about what, in the letter's own language, which need not be the page's.
//! What the portal does not know is a space in square brackets. A lawyer must confirm these texts before a live service.

use super::{FieldName, Kind};
use crate::{
    forms::LetterForm,
    i18n::{Lang, day, unbroken},
    t,
};
use time::Date;

/// What the portal knows for a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Who writes.
    pub name: String,
    /// Their postcode.
    pub postcode: Option<String>,
    /// Their date of birth.
    pub birth_date: Date,
    /// Their NHS number, in groups.
    pub nhs_number: Option<String>,
    /// Their National Insurance number, in groups.
    pub nino: String,
    /// The request, as people say it.
    pub reference: String,
    /// Who asked, as the register names it.
    pub asker: String,
    /// When it was asked.
    pub asked_on: Date,
    /// By when an answer was asked for.
    pub reply_by: Date,
    /// Whether it asks for something from the record; else only in words.
    pub asks_record: bool,
    /// How the claimant stands to the request.
    pub stance: Stance,
    /// Today.
    pub today: Date,
}

/// How the claimant stands to the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// They stopped sharing on this day; nothing is shared.
    Stopped(Date),
    /// They said on this day that they share nothing.
    Refused(Date),
    /// They answered on this day; nothing is shared any more.
    Over(Date),
    /// Something is shared through Sayso.
    Sharing,
    /// They have not answered.
    Undecided,
}

/// A letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its language.
    pub lang: Lang,
    /// Who writes: name and address, line by line.
    pub sender: Vec<String>,
    /// The day.
    pub date: String,
    /// To whom: name and address, line by line.
    pub to: Vec<String>,
    /// Dear.
    pub dear: String,
    /// What it is about.
    pub subject: String,
    /// The references, line by line.
    pub references: Vec<String>,
    /// What it says.
    pub parts: Vec<Part>,
    /// Yours.
    pub close: String,
    /// The space for the signature.
    pub sign: String,
    /// The name under it.
    pub name: String,
}

/// A part of what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Our words.
    Says(String),
    /// The claimant's own words, or the space for them.
    Quotes(String),
}

/// Writes the letter.
pub fn write(lang: Lang, kind: Kind, facts: &Facts, form: &LetterForm) -> Letter {
    let address = t!(lang, "letter-text-address");
    let mut references = Vec::new();
    // The practice need not know which request made somebody look at an entry.
    if kind != Kind::Correction {
        let (reference, date) = (facts.reference.clone(), day(lang, facts.asked_on));
        references.push(t!(lang, "letter-text-request", reference = reference, date = date));
    }
    if kind.is_for_practice() {
        let number = facts.nhs_number.clone();
        references
            .extend(number.map(|number| t!(lang, "letter-text-nhs", number = unbroken(&number))));
    } else {
        references.push(t!(lang, "letter-text-nino", number = unbroken(&facts.nino)));
    }
    references.push(t!(lang, "letter-text-born", date = day(lang, facts.birth_date)));
    let (to, dear) = if kind.is_for_practice() {
        (vec![t!(lang, "letter-text-practice")], t!(lang, "letter-text-dear-practice"))
    } else {
        // Whoever asked for it may be a firm; the letter is for DWP.
        let to = vec![t!(lang, "letter-text-to-dwp"), t!(lang, "letter-text-dwp")];
        (to, t!(lang, "letter-text-dear-dwp"))
    };
    let (subject, parts) = match kind {
        Kind::StopPractice => (t!(lang, "letter-stop-subject"), stop(lang, facts)),
        Kind::Correction => (t!(lang, "letter-correction-subject"), correction(lang, form)),
        Kind::MoreTime => (t!(lang, "letter-time-subject"), more_time(lang, facts, form)),
        Kind::WithdrawForm => (t!(lang, "letter-form-subject"), withdraw_form(lang, facts, form)),
        Kind::SubjectAccess => (t!(lang, "letter-access-subject"), access(lang, facts, form)),
        Kind::Objection => (t!(lang, "letter-object-subject"), objection(lang, form)),
    };
    Letter {
        lang,
        sender: [facts.name.clone(), address].into_iter().chain(facts.postcode.clone()).collect(),
        date: day(lang, facts.today),
        to,
        dear,
        subject,
        references,
        parts,
        close: t!(lang, "letter-text-close"),
        sign: t!(lang, "letter-text-sign"),
        name: facts.name.clone(),
    }
}

fn says<const N: usize>(said: [String; N]) -> Vec<Part> {
    said.into_iter().map(Part::Says).collect()
}

fn quotes(form: &LetterForm, field: FieldName, space: String) -> Part {
    Part::Quotes(form.typed(field).map_or(space, str::to_owned))
}

fn stop(lang: Lang, facts: &Facts) -> Vec<Part> {
    let on = |date: Date| day(lang, date);
    let stance = match facts.stance {
        Stance::Stopped(date) => t!(lang, "letter-stop-stopped", date = on(date)),
        Stance::Refused(date) => t!(lang, "letter-stop-refused", date = on(date)),
        Stance::Over(date) => t!(lang, "letter-stop-over", date = on(date)),
        Stance::Sharing => t!(lang, "letter-stop-sharing"),
        Stance::Undecided => t!(lang, "letter-stop-undecided"),
    };
    let no = match facts.stance {
        Stance::Sharing => t!(lang, "letter-stop-nothing-else"),
        _ => t!(lang, "letter-stop-no"),
    };
    says([
        t!(lang, "letter-stop-asked", asker = facts.asker.clone()),
        stance,
        no,
        t!(lang, "letter-stop-duty"),
        t!(lang, "letter-stop-england"),
        t!(lang, "letter-stop-tell"),
        t!(lang, "letter-stop-limits"),
    ])
}

fn correction(lang: Lang, form: &LetterForm) -> Vec<Part> {
    let mut parts = vec![
        Part::Says(t!(lang, "letter-correction-seen")),
        quotes(form, FieldName::Entry, t!(lang, "letter-correction-entry-space")),
        Part::Says(t!(lang, "letter-correction-wrong")),
        quotes(form, FieldName::Wrong, t!(lang, "letter-correction-wrong-space")),
    ];
    parts.extend(says([
        t!(lang, "letter-correction-ask"),
        t!(lang, "letter-correction-note"),
        t!(lang, "letter-text-month"),
        t!(lang, "letter-correction-limits"),
    ]));
    parts
}

fn more_time(lang: Lang, facts: &Facts, form: &LetterForm) -> Vec<Part> {
    let or = |field, space| form.typed(field).map_or(space, str::to_owned);
    let what = or(FieldName::Form, t!(lang, "letter-time-what-space"));
    let until = or(FieldName::Until, t!(lang, "letter-time-until-space"));
    let (asked, by) = (day(lang, facts.asked_on), day(lang, facts.reply_by));
    let asker = facts.asker.clone();
    let asked = if facts.asks_record {
        t!(lang, "letter-time-asked", asked = asked, asker = asker, by = by)
    } else {
        t!(lang, "letter-time-asked-words", asked = asked, asker = asker, by = by)
    };
    let mut parts = says([
        asked,
        t!(lang, "letter-time-need", what = what, until = until),
        t!(lang, "letter-time-reason"),
    ]);
    parts.push(quotes(form, FieldName::Reason, t!(lang, "letter-time-reason-space")));
    parts.extend(says([
        t!(lang, "letter-time-good"),
        t!(lang, "letter-time-free"),
        t!(lang, "letter-time-confirm"),
    ]));
    parts
}

fn withdraw_form(lang: Lang, facts: &Facts, form: &LetterForm) -> Vec<Part> {
    let name = form.typed(FieldName::Form);
    let name = name.map_or_else(|| t!(lang, "letter-form-space"), str::to_owned);
    says([
        t!(lang, "letter-form-withdraw", form = name, date = day(lang, facts.today)),
        t!(lang, "letter-form-meaning"),
        t!(lang, "letter-form-basis"),
        t!(lang, "letter-form-ask"),
        t!(lang, "letter-form-keep"),
        t!(lang, "letter-text-go-on"),
        t!(lang, "letter-form-limits"),
    ])
}

fn access(lang: Lang, facts: &Facts, form: &LetterForm) -> Vec<Part> {
    let mut parts = says([
        t!(lang, "letter-access-ask"),
        t!(lang, "letter-access-include", reference = facts.reference.clone()),
    ]);
    if let Some(about) = form.typed(FieldName::About) {
        parts.push(Part::Says(t!(lang, "letter-access-most")));
        parts.push(Part::Quotes(about.to_owned()));
    }
    parts.extend(says([
        t!(lang, "letter-access-also"),
        t!(lang, "letter-text-month"),
        t!(lang, "letter-access-proof"),
    ]));
    parts
}

fn objection(lang: Lang, form: &LetterForm) -> Vec<Part> {
    let mut parts = says([t!(lang, "letter-object-ask"), t!(lang, "letter-object-reason")]);
    parts.push(quotes(form, FieldName::Reason, t!(lang, "letter-object-reason-space")));
    parts.extend(says([
        t!(lang, "letter-object-limit"),
        t!(lang, "letter-object-refuse"),
        t!(lang, "letter-text-month"),
        t!(lang, "letter-text-go-on"),
    ]));
    parts
}

impl Letter {
    /// As plain text, to paste or to print.
    pub fn text(&self) -> String {
        let head = [
            self.sender.join("\n"),
            self.date.clone(),
            self.to.join("\n"),
            self.dear.clone(),
            self.subject.clone(),
            self.references.join("\n"),
        ];
        let parts = self.parts.iter().map(|part| match part {
            Part::Says(words) => words.clone(),
            Part::Quotes(words) => {
                words.lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
            }
        });
        let end = [self.close.clone(), self.sign.clone(), self.name.clone()];
        let blocks: Vec<String> = head.into_iter().chain(parts).chain(end).collect();
        // A space that does not break is a stranger in plain text.
        format!("{}\n", blocks.join("\n\n").replace('\u{a0}', " "))
    }
}

#[cfg(test)]
mod tests;
