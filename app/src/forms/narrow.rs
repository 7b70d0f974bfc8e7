//! Sharing only a part of what is asked for: dates narrower than asked, and one provider only.

use super::{DayMonthYear, FieldError, Pairs, value};
use time::Date;

/// What was typed about one category.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NarrowForm {
    /// The first day.
    pub from: DayMonthYear,
    /// The last day.
    pub to: DayMonthYear,
    /// The key of the provider; empty for any. None where the form had no such field.
    pub provider: Option<String>,
}

impl NarrowForm {
    /// Reads what was typed about this category.
    pub fn from_pairs(pairs: &Pairs, category: &str) -> Self {
        let part = |name: &str| value(pairs, &format!("narrow.{category}.{name}"));
        let date = |name: &str| DayMonthYear {
            day: part(&format!("{name}.day")),
            month: part(&format!("{name}.month")),
            year: part(&format!("{name}.year")),
        };
        let provider = format!("narrow.{category}.provider");
        Self {
            from: date("from"),
            to: date("to"),
            provider: pairs
                .iter()
                .find(|(name, _)| *name == provider)
                .map(|(_, key)| key.trim().to_owned()),
        }
    }

    /// Nothing is narrowed.
    pub fn is_empty(&self) -> bool {
        self.from.is_empty()
            && self.to.is_empty()
            && self.provider.as_ref().is_none_or(String::is_empty)
    }

    /// The two days, where they are whole and real.
    pub fn dates(&self) -> (Option<Date>, Option<Date>) {
        (self.from.date(), self.to.date())
    }

    /// What to put right, where `asked` is the time that was asked for.
    pub fn faults(&self, category: &str, title: &str, asked: (Date, Date)) -> Vec<FieldError> {
        let ends = [("from", &self.from), ("to", &self.to)];
        let fault = |end: &str, part: &str, key: &'static str| {
            FieldError::new(format!("narrow.{category}.{end}.{part}"), key).with("title", title)
        };
        let mut faults: Vec<FieldError> = ends
            .into_iter()
            .filter(|(_, typed)| !typed.is_empty() && typed.date().is_none())
            .map(|(end, typed)| {
                fault(end, typed.missing().unwrap_or("day"), "choose-error-narrow-date")
            })
            .collect();
        let (from, to) = self.dates();
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            faults.push(fault("to", "day", "choose-error-narrow-order"));
        } else if from.is_some_and(|from| from > asked.1) {
            faults.push(fault("from", "day", "choose-error-narrow-outside"));
        } else if to.is_some_and(|to| to < asked.0) {
            faults.push(fault("to", "day", "choose-error-narrow-outside"));
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    fn faults(fields: &[(&str, &str)]) -> Vec<(String, &'static str)> {
        let pairs: Pairs = fields
            .iter()
            .map(|(name, value)| (format!("narrow.conditions.{name}"), (*value).to_owned()))
            .collect();
        let asked = (date!(2020 - 01 - 01), date!(2026 - 11 - 01));
        let form = NarrowForm::from_pairs(&pairs, "conditions");
        let faults = form.faults("conditions", "Conditions", asked);
        faults.into_iter().map(|fault| (fault.field, fault.key)).collect()
    }

    #[test]
    fn dates_are_whole_real_in_order_and_within_what_was_asked() {
        let day = |end: &str, part: &str| format!("narrow.conditions.{end}.{part}");
        assert_eq!(faults(&[]), []);
        let whole =
            [("from.day", "1"), ("from.month", "2"), ("from.year", "2024"), ("provider", "")];
        assert_eq!(faults(&whole), []);
        assert_eq!(
            faults(&[("from.day", "1"), ("from.year", "2024")]),
            [(day("from", "month"), "choose-error-narrow-date")]
        );
        assert_eq!(
            faults(&[("to.day", "31"), ("to.month", "2"), ("to.year", "2024")]),
            [(day("to", "day"), "choose-error-narrow-date")]
        );
        let late = [("from.day", "2"), ("from.month", "11"), ("from.year", "2026")];
        assert_eq!(faults(&late), [(day("from", "day"), "choose-error-narrow-outside")]);
        let early = [("to.day", "31"), ("to.month", "12"), ("to.year", "2019")];
        assert_eq!(faults(&early), [(day("to", "day"), "choose-error-narrow-outside")]);
        let turned = [&whole[..3], &[("to.day", "1"), ("to.month", "1"), ("to.year", "2024")]];
        assert_eq!(faults(&turned.concat()), [(day("to", "day"), "choose-error-narrow-order")]);
    }

    #[test]
    fn a_form_without_the_list_says_nothing_about_it() {
        assert_eq!(NarrowForm::from_pairs(&Vec::new(), "conditions").provider, None);
        let chosen = vec![("narrow.conditions.provider".to_owned(), "abc".to_owned())];
        let is_empty = |category| NarrowForm::from_pairs(&chosen, category).is_empty();
        assert_eq!(["conditions", "medicines"].map(is_empty), [false, true]);
    }
}
