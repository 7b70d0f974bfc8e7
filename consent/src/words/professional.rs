//! A professional's answers to a question: one FHIR R4 `QuestionnaireResponse`, or a Bundle with one. What is not wholly
//! understood, or is about somebody else, is refused whole, with the reason; the reason never repeats what the file says.

use super::{MOST_NAME_CHARACTERS, WRITTEN_BY, is_longer, question};
use crate::elements::{self, Scope};
use crate::identity::NhsNumber;
use crate::record::{Entry, Kind, Record, RecordFault};
use crate::time::FhirMoment;
use serde_json::Value;
use time::Date;

/// The largest file, in bytes.
pub const MOST_BYTES: usize = 1024 * 1024;
/// The most questions with their answers.
const MOST_QUESTIONS: usize = 200;
const ANSWERS: &str = "QuestionnaireResponse";
/// What may stand beside the answers: who they are about, and who gave them.
const BESIDE: [&str; 4] = ["Patient", "Practitioner", "PractitionerRole", "Organization"];

/// A professional's answers, as they would go.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// The resource, with only what may be sent.
    pub resource: Value,
    /// Who answered.
    pub author: String,
    /// How many questions have an answer.
    pub questions: usize,
}

/// Why a file is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerFault {
    /// More bytes than [`MOST_BYTES`].
    #[error("the file is larger than 1 MiB. Send the answers without documents")]
    TooLarge,
    /// Not sound FHIR R4, or about another person.
    #[error(transparent)]
    Record(#[from] RecordFault),
    /// No answers, or several sets of them.
    #[error("the file must hold exactly one QuestionnaireResponse; it has {0}")]
    NotOne(usize),
    /// Something that is neither answers nor who gave them.
    #[error(
        "the file holds a {0}. Beside the QuestionnaireResponse only Patient, Practitioner, PractitionerRole and Organization may stand"
    )]
    Beside(Kind),
    /// A number for somebody who has none here.
    #[error("the file names an NHS number, and none is known here to compare it with")]
    NumberUnknown,
    /// Not finished, or taken back.
    #[error("QuestionnaireResponse.status must be completed or amended")]
    Status,
    /// No date, or one that has not come.
    #[error("QuestionnaireResponse.authored must say when it was answered, today at the latest")]
    Authored,
    /// Nobody says that these are their answers.
    #[error(
        "QuestionnaireResponse.author must name the professional: a display, or a reference to a Practitioner, PractitionerRole or Organization in the file"
    )]
    Author,
    /// Something that would say something else without what Sayso leaves out.
    #[error("the answers use modifierExtension or implicitRules, which change what they say")]
    Modified,
    /// No question with an answer, or too many.
    #[error("the answers must have 1 to 200 questions that are answered, each with its text")]
    Questions,
    /// An answer of a kind that does not go along.
    #[error(
        "an answer is a document, a web address or a reference, or does not have the form that FHIR R4 gives it. Write it out"
    )]
    AnswerKind,
}

/// Reads a professional's answers about the person with this NHS number, on this day.
///
/// # Errors
/// [`AnswerFault`], for the whole file.
pub fn read(
    bytes: &[u8],
    expected: Option<&NhsNumber>,
    today: Date,
) -> Result<Answered, AnswerFault> {
    if bytes.len() > MOST_BYTES {
        return Err(AnswerFault::TooLarge);
    }
    let record = match Record::parse(bytes, expected) {
        Err(RecordFault::SingleResource(kind)) if kind.as_str() == ANSWERS => {
            // It was read strictly before it was found to be one resource: it can be put into a Bundle as it is.
            let before = br#"{"resourceType":"Bundle","type":"collection","entry":[{"resource":"#;
            let whole = [&before[..], bytes, b"}]}"].concat();
            Record::parse(&whole, expected)?
        }
        other => other?,
    };
    if expected.is_none() && record.nhs_number().is_some() {
        return Err(AnswerFault::NumberUnknown);
    }
    let entries = record.entries();
    let beside =
        |entry: &&Entry| entry.kind.as_str() != ANSWERS && !BESIDE.contains(&entry.kind.as_str());
    if let Some(entry) = entries.iter().find(beside) {
        return Err(AnswerFault::Beside(entry.kind));
    }
    let all: Vec<&Entry> = entries.iter().filter(|entry| entry.kind.as_str() == ANSWERS).collect();
    let [one] = all.as_slice() else { return Err(AnswerFault::NotOne(all.len())) };
    judge(&record, &one.resource, today)
}

fn judge(record: &Record, answers: &Value, today: Date) -> Result<Answered, AnswerFault> {
    let text = |name: &str| answers.get(name).and_then(Value::as_str);
    if !matches!(text("status"), Some("completed" | "amended")) {
        return Err(AnswerFault::Status);
    }
    let authored = text("authored").ok_or(AnswerFault::Authored)?;
    let day = FhirMoment::parse(authored).map_err(|_| AnswerFault::Authored)?;
    if day.from > today {
        return Err(AnswerFault::Authored);
    }
    if is_modified(answers) {
        return Err(AnswerFault::Modified);
    }
    let author = answers.get("author").and_then(|author| named(record, author));
    let author = author.ok_or(AnswerFault::Author)?;
    let mut asked = answers.clone();
    if let Some(members) = asked.as_object_mut() {
        for link in ["basedOn", "partOf", "encounter", "author", "source"] {
            members.remove(link);
        }
    }
    let scope = Scope { free_text: true, ..Scope::default() };
    let copied = elements::copy(ANSWERS, &asked, &scope, &|_| None);
    let mut copied = copied.ok_or(AnswerFault::AnswerKind)?;
    let (before, after) = (Count::of(&asked), Count::of(&copied));
    if before.strange || before != after {
        return Err(AnswerFault::AnswerKind);
    }
    if after.answered == 0 || after.answered > MOST_QUESTIONS || after.without_text {
        return Err(AnswerFault::Questions);
    }
    let items = copied.get_mut("item").and_then(Value::as_array_mut);
    items.ok_or(AnswerFault::Questions)?.push(question(WRITTEN_BY, "Who wrote this", &author));
    Ok(Answered { resource: copied, author, questions: after.answered })
}

/// What there is to answer, and whether all of it can go along.
#[derive(Debug, Default, PartialEq, Eq)]
struct Count {
    items: usize,
    answered: usize,
    answers: usize,
    without_text: bool,
    strange: bool,
}

impl Count {
    fn of(answers: &Value) -> Self {
        let mut count = Self::default();
        count.add(answers);
        count
    }

    fn add(&mut self, parent: &Value) {
        for item in list(parent, "item") {
            self.items += 1;
            self.without_text |= item.get("text").and_then(Value::as_str).is_none();
            let answers = list(item, "answer");
            self.answered += usize::from(!answers.is_empty());
            for answer in answers {
                let values = answer.as_object().into_iter().flatten();
                for (name, value) in values.filter(|(name, _)| name.starts_with("value")) {
                    self.answers += 1;
                    let refused = ["valueAttachment", "valueReference", "valueUri"];
                    self.strange |= refused.contains(&name.as_str());
                    // A part that is lost would change what the answer says.
                    self.answers += value.as_object().map_or(0, |parts| {
                        parts.keys().filter(|name| PARTS.contains(&name.as_str())).count()
                    });
                }
                self.add(answer);
            }
            self.add(item);
        }
    }
}

/// What an answer that has parts says with them.
const PARTS: [&str; 5] = ["display", "value", "unit", "comparator", "code"];

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn is_modified(value: &Value) -> bool {
    match value {
        Value::Array(members) => members.iter().any(is_modified),
        Value::Object(members) => members.iter().any(|(name, value)| {
            matches!(name.as_str(), "modifierExtension" | "implicitRules") || is_modified(value)
        }),
        _ => false,
    }
}

/// The professional whom a reference names, in words.
fn named(record: &Record, reference: &Value) -> Option<String> {
    let text = |name: &str| reference.get(name).and_then(Value::as_str);
    let target = text("reference");
    let professional =
        |kind: &str| matches!(kind, "Practitioner" | "PractitionerRole" | "Organization");
    let said = target.and_then(|target| target.rsplit('/').nth(1)).or_else(|| text("type"));
    if said.and_then(Kind::of).is_some_and(|kind| !professional(kind.as_str())) {
        return None;
    }
    let found = target.and_then(|target| record.entries().get(record.resolve(target)?));
    if found.is_some_and(|entry| !professional(entry.kind.as_str())) {
        return None;
    }
    let name = text("display")
        .map(str::to_owned)
        .or_else(|| found.and_then(|entry| name_of(record, entry)));
    name.map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty() && !is_longer(name, MOST_NAME_CHARACTERS))
}

fn name_of(record: &Record, entry: &Entry) -> Option<String> {
    let resource = &entry.resource;
    let text =
        |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    match entry.kind.as_str() {
        "Organization" => text(resource, "name"),
        "Practitioner" => {
            let name = list(resource, "name").first()?;
            let parts = |member: &str| {
                list(name, member).iter().filter_map(|part| part.as_str().map(str::to_owned))
            };
            let all: Vec<String> =
                parts("prefix").chain(parts("given")).chain(text(name, "family")).collect();
            text(name, "text").or_else(|| (!all.is_empty()).then(|| all.join(" ")))
        }
        "PractitionerRole" => {
            let part = |member: &str| {
                let to = resource.get(member)?;
                let target = text(to, "reference").and_then(|target| record.resolve(&target));
                let entry = target.and_then(|at| record.entries().get(at));
                let entry = entry
                    .filter(|entry| matches!(entry.kind.as_str(), "Practitioner" | "Organization"));
                text(to, "display").or_else(|| name_of(record, entry?))
            };
            let both: Vec<String> =
                [part("practitioner"), part("organization")].into_iter().flatten().collect();
            (!both.is_empty()).then(|| both.join(", "))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
