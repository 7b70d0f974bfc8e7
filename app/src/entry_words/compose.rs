//! Small objects as one piece of text: a code with its words, an amount, a period, a name, a reference.
//! Nothing of the object may be lost: a member that has no place in the text stops the composing.

use super::{Words, headline};
use serde_json::{Map, Value};

type Members = Map<String, Value>;

fn only(members: &Members, allowed: &[&str]) -> bool {
    members.keys().all(|name| allowed.contains(&name.as_str()))
}

fn is_text(members: &Members, name: &str) -> bool {
    members.get(name).is_none_or(Value::is_string)
}

impl Words<'_> {
    /// One text for the whole value, if it is small enough to have one.
    pub(super) fn composed(&self, element: &str, value: &Value) -> Option<String> {
        match value {
            Value::Null => None,
            Value::Array(members) => {
                let texts: Option<Vec<String>> =
                    members.iter().map(|member| self.composed(element, member)).collect();
                texts.map(|texts| texts.join("; "))
            }
            Value::Object(members) => self.object(members),
            scalar => Some(self.lexicon.scalar(element, scalar)),
        }
    }

    fn object(&self, members: &Members) -> Option<String> {
        let has = |name| members.contains_key(name);
        if members.len() == 1 && has("reference") {
            return self.reference(members);
        }
        if has("value") && members.get("value").is_some_and(Value::is_number) {
            return self.quantity(members);
        }
        if has("value") && members.get("value").is_some_and(Value::is_string) {
            return self.numbered(members);
        }
        if has("start") || has("end") {
            return self.period(members);
        }
        if has("low") || has("high") {
            return self.range(members);
        }
        if has("numerator") && has("denominator") && members.len() == 2 {
            let part = |name| self.composed(name, members.get(name)?);
            return Some(self.lexicon.ratio.with(&part("numerator")?, &part("denominator")?));
        }
        if has("coding") {
            return self.concept(members);
        }
        if has("code") || has("display") {
            return self.coding(members);
        }
        if has("family")
            || has("given")
            || has("text") && only(members, &["text", "prefix", "suffix"])
        {
            return Self::name(members);
        }
        if has("text") && only(members, &["text", "time"]) && is_text(members, "text") {
            let text = self.said(members, "text")?;
            return Some(match self.said(members, "time") {
                Some(time) => format!("{text} ({time})"),
                None => text,
            });
        }
        None
    }

    fn said(&self, members: &Members, name: &str) -> Option<String> {
        let value = members.get(name).filter(|value| !value.is_array() && !value.is_object())?;
        Some(self.lexicon.scalar(name, value))
    }

    /// Nothing but strings, a number as `value` excepted.
    fn flat(members: &Members) -> bool {
        members
            .iter()
            .all(|(name, value)| value.is_string() || (name == "value" && value.is_number()))
    }

    /// "Dr A Jones (Practitioner/3)".
    fn reference(&self, members: &Members) -> Option<String> {
        let target = members.get("reference")?.as_str()?;
        Some(match self.resources.get(target) {
            Some(resource) => {
                let kind = resource.get("resourceType").and_then(Value::as_str).unwrap_or_default();
                let name =
                    headline::name(self, resource, 3).unwrap_or_else(|| self.lexicon.kind(kind));
                format!("{name} ({target})")
            }
            None => target.to_owned(),
        })
    }

    /// "Asthma (SNOMED CT 195967001)".
    fn coding(&self, members: &Members) -> Option<String> {
        if !only(members, &["system", "code", "display"]) || !members.values().all(Value::is_string)
        {
            return None;
        }
        let part = |name| members.get(name).and_then(Value::as_str);
        let code: Vec<String> = [
            part("system").map(|_| self.said(members, "system")),
            part("code").map(|code| Some(code.to_owned())),
        ]
        .into_iter()
        .flatten()
        .flatten()
        .collect();
        // FHIR's own codes often come without words.
        let of_fhir = part("system").is_some_and(|system| {
            system.starts_with("http://terminology.hl7.org/")
                || system.starts_with("http://hl7.org/fhir/")
        });
        let meant = || part("code").filter(|_| of_fhir).and_then(|code| self.lexicon.code(code));
        let words = part("display").or_else(meant).map(str::to_owned);
        Some(match (words, code.join(" ")) {
            (Some(words), code) if code.is_empty() => words,
            (Some(words), code) => format!("{words} ({code})"),
            (None, code) => code,
        })
    }

    /// The text, then each code; a text that only repeats the words of a code is said once.
    fn concept(&self, members: &Members) -> Option<String> {
        if !only(members, &["coding", "text"]) || !is_text(members, "text") {
            return None;
        }
        let codings = members.get("coding")?.as_array()?;
        let mut parts: Vec<String> =
            codings.iter().map(|coding| self.coding(coding.as_object()?)).collect::<Option<_>>()?;
        if let Some(text) = members.get("text").and_then(Value::as_str)
            && !codings
                .iter()
                .any(|coding| coding.get("display").and_then(Value::as_str) == Some(text))
        {
            parts.insert(0, text.to_owned());
        }
        Some(parts.join("; "))
    }

    /// "< 5 mg (UCUM)", "64 years (UCUM a)".
    fn quantity(&self, members: &Members) -> Option<String> {
        if !only(members, &["value", "comparator", "unit", "system", "code"])
            || !Self::flat(members)
        {
            return None;
        }
        let text = |name| members.get(name).and_then(Value::as_str);
        let amount: Vec<String> = [
            text("comparator").map(str::to_owned),
            self.said(members, "value"),
            text("unit").map(str::to_owned),
        ]
        .into_iter()
        .flatten()
        .collect();
        let code = text("code").filter(|code| Some(*code) != text("unit")).map(str::to_owned);
        let list: Vec<String> =
            [self.said(members, "system"), code].into_iter().flatten().collect();
        let amount = amount.join(" ");
        Some(if list.is_empty() { amount } else { format!("{amount} ({})", list.join(" ")) })
    }

    /// A number with what it is a number of, or a way to reach somebody.
    fn numbered(&self, members: &Members) -> Option<String> {
        if !only(members, &["value", "system", "use"]) || !Self::flat(members) {
            return None;
        }
        let value = members.get("value").and_then(Value::as_str)?;
        let about: Vec<String> =
            ["system", "use"].iter().filter_map(|name| self.said(members, name)).collect();
        Some(if about.is_empty() {
            value.to_owned()
        } else {
            format!("{value} ({})", about.join(", "))
        })
    }

    fn period(&self, members: &Members) -> Option<String> {
        if !only(members, &["start", "end"]) || !Self::flat(members) {
            return None;
        }
        Some(match (self.said(members, "start"), self.said(members, "end")) {
            (Some(start), Some(end)) => self.lexicon.between.with(&start, &end),
            (Some(start), None) => self.lexicon.since.with(&start, ""),
            (None, Some(end)) => self.lexicon.until.with(&end, ""),
            (None, None) => return None,
        })
    }

    fn range(&self, members: &Members) -> Option<String> {
        if !only(members, &["low", "high"]) {
            return None;
        }
        let part = |name| members.get(name).map(|value| self.composed(name, value));
        Some(match (part("low"), part("high")) {
            (Some(low), Some(high)) => self.lexicon.out_of.with(&low?, &high?),
            (Some(low), None) => self.lexicon.at_least.with(&low?, ""),
            (None, Some(high)) => self.lexicon.at_most.with(&high?, ""),
            (None, None) => return None,
        })
    }

    fn name(members: &Members) -> Option<String> {
        let texts = |value: &Value| {
            value.is_string()
                || value.as_array().is_some_and(|list| list.iter().all(Value::is_string))
        };
        (only(members, &NAME) && members.values().all(texts)).then(|| person(members))
    }
}

const NAME: [&str; 5] = ["text", "prefix", "given", "family", "suffix"];

/// "Dr Siân O’Neil".
pub(super) fn person(name: &Members) -> String {
    let mut parts = Vec::new();
    for part in NAME.iter().filter_map(|part| name.get(*part)) {
        match part {
            Value::Array(texts) => parts.extend(texts.iter().filter_map(Value::as_str)),
            part => parts.extend(part.as_str()),
        }
    }
    parts.join(" ")
}
