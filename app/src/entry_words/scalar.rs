//! One value in words. Two codes of one value set, or two times, must never be said in the same words; text is said as it stands.

use super::lexicon::Lexicon;
use serde_json::Value;

/// Elements that hold a bare code of FHIR's own value sets.
const CODED: [&str; 18] = [
    "status",
    "lifecycleStatus",
    "docStatus",
    "intent",
    "priority",
    "mode",
    "criticality",
    "severity",
    "type",
    "category",
    "use",
    "kind",
    "system",
    "periodUnit",
    "durationUnit",
    "dayOfWeek",
    "when",
    "required",
];

/// Elements that hold a date and whose names do not show it.
const DATED: [&str; 14] = [
    "date",
    "authored",
    "recorded",
    "issued",
    "start",
    "end",
    "time",
    "created",
    "creation",
    "onset",
    "lastOccurrence",
    "event",
    "whenPrepared",
    "whenHandedOver",
];

/// Where codes come from, when the list itself has no name here.
const PUBLISHERS: [(&str, &str); 6] = [
    ("http://terminology.hl7.org/CodeSystem/", "HL7 "),
    ("https://fhir.hl7.org.uk/STU3/CodeSystem/", "HL7 UK STU3 "),
    ("https://fhir.hl7.org.uk/CodeSystem/", "HL7 UK "),
    ("https://fhir.nhs.uk/STU3/CodeSystem/", "NHS STU3 "),
    ("https://fhir.nhs.uk/CodeSystem/", "NHS "),
    ("http://hl7.org/fhir/", "FHIR "),
];

impl Lexicon {
    /// A string, number or boolean of the element with this name. Text is said as it stands.
    pub(super) fn scalar(&self, element: &str, value: &Value) -> String {
        match value {
            Value::Bool(true) => self.yes.clone(),
            Value::Bool(false) => self.no.clone(),
            Value::String(text) => self.string(element, text),
            Value::Number(number) => number.to_string(),
            Value::Null | Value::Array(_) | Value::Object(_) => String::new(),
        }
    }

    fn string(&self, element: &str, text: &str) -> String {
        if element == "system"
            && let Some(name) = self.system(text)
        {
            return name.to_owned();
        }
        if element == "system"
            && let Some((rest, publisher)) =
                PUBLISHERS.iter().find_map(|(start, by)| Some((text.strip_prefix(start)?, by)))
        {
            return format!("{publisher}{rest}");
        }
        if CODED.contains(&element)
            && let Some(words) = self.code(text)
        {
            return words.to_owned();
        }
        if is_dated(element)
            && let Some(words) = self.moment(text)
        {
            return words;
        }
        text.to_owned()
    }

    /// "4 March 2014", "March 2014", "2014", with the time as it is written: "4 March 2014, 14:05 UTC+01:00".
    pub(super) fn moment(&self, text: &str) -> Option<String> {
        let (day, time) =
            text.split_once('T').map_or((text, None), |(day, time)| (day, Some(time)));
        let said = self.day(day)?;
        let Some(time) = time else { return Some(said) };
        let (clock, zone) = match time.strip_suffix('Z') {
            Some(clock) => (clock, "Z"),
            None => time.split_at_checked(time.len().checked_sub(6)?)?,
        };
        let clock = clock.strip_suffix(":00").filter(|rest| rest.len() == 5).unwrap_or(clock);
        Some(match zone {
            "Z" => format!("{said}, {clock} UTC"),
            zone => format!("{said}, {clock} UTC{zone}"),
        })
    }

    /// The day of a date or time, without the time.
    pub(super) fn day(&self, text: &str) -> Option<String> {
        let day = text.split('T').next()?;
        let mut parts = day.split('-');
        let (year, month, date) = (parts.next()?, parts.next(), parts.next());
        let digits =
            |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || parts.next().is_some() {
            return None;
        }
        let Some(month) = month else { return Some(year.to_owned()) };
        let name = self.month(month.parse().ok().filter(|_| digits(month, 2))?)?;
        let Some(date) = date else { return Some(format!("{name} {year}")) };
        let number: u8 = date.parse().ok().filter(|_| digits(date, 2))?;
        Some(format!("{number}\u{a0}{name}\u{a0}{year}"))
    }
}

fn is_dated(element: &str) -> bool {
    DATED.contains(&element)
        || ["Date", "DateTime", "Instant", "On", "Time"].iter().any(|end| element.ends_with(end))
}
