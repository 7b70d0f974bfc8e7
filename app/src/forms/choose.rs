//! Share or do not share, one answer for each category, and one end date for all.

use super::{FieldError, NarrowForm, Pairs, value};
use crate::components::Answer;
use time::{Date, Month};

/// What the buttons say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChooseAction {
    /// Go on to what would be sent.
    #[default]
    Preview,
    /// The same page, with the summary brought up to date.
    Update,
    /// Keep the answers, decide nothing.
    NotNow,
}

/// `/requests/{id}/choose`, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChooseForm {
    /// What was ticked: category and answer, in the order of the page. An unknown value is no answer.
    pub choices: Vec<(String, Answer)>,
    /// The end date as typed.
    pub end_date: DayMonthYear,
    /// Of what less is shared than was asked for: category and what was typed.
    pub narrowed: Vec<(String, NarrowForm)>,
    /// The button.
    pub action: ChooseAction,
}

impl ChooseForm {
    /// Reads the form. The last answer to a category counts, as in a browser.
    pub fn from_pairs(pairs: &Pairs) -> Self {
        let mut choices: Vec<(String, Answer)> = Vec::new();
        for (name, answer) in pairs {
            let Some(category) = name.strip_prefix("choice.") else { continue };
            choices.retain(|(known, _)| known != category);
            if let Some(answer) = Answer::from_value(answer.trim()) {
                choices.push((category.to_owned(), answer));
            }
        }
        let end_date = DayMonthYear {
            day: value(pairs, "end_date.day"),
            month: value(pairs, "end_date.month"),
            year: value(pairs, "end_date.year"),
        };
        let action = match value(pairs, "action").as_str() {
            "update" => ChooseAction::Update,
            "not-now" => ChooseAction::NotNow,
            _ => ChooseAction::Preview,
        };
        let mut named: Vec<&str> = pairs
            .iter()
            .filter_map(|(name, _)| name.strip_prefix("narrow.")?.split('.').next())
            .collect();
        named.sort_unstable();
        named.dedup();
        let narrowed = named
            .into_iter()
            .map(|category| (category.to_owned(), NarrowForm::from_pairs(pairs, category)))
            .collect();
        Self { choices, end_date, narrowed, action }
    }

    /// The answer to one category.
    pub fn answer(&self, category: &str) -> Option<Answer> {
        self.choices.iter().find(|(known, _)| known == category).map(|(_, answer)| *answer)
    }

    /// What was typed about a part of one category.
    pub fn narrow(&self, category: &str) -> Option<&NarrowForm> {
        self.narrowed.iter().find(|(known, _)| known == category).map(|(_, typed)| typed)
    }

    /// What is missing before it can be previewed: an answer to each of `asked` (id and title in the
    /// page's language), and an end date that is empty or a day after `today`.
    pub fn faults<'a>(
        &self,
        asked: impl IntoIterator<Item = (&'a str, &'a str)>,
        today: Date,
    ) -> Vec<FieldError> {
        let mut faults: Vec<FieldError> = asked
            .into_iter()
            .filter(|(category, _)| self.answer(category).is_none())
            .map(|(category, title)| {
                FieldError::new(format!("choice.{category}"), "choose-error-unanswered")
                    .with("title", title)
            })
            .collect();
        faults.extend(self.end_date.read(today).err());
        faults
    }
}

/// A date as typed in three fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayMonthYear {
    /// The day.
    pub day: String,
    /// The month, as a number.
    pub month: String,
    /// The year.
    pub year: String,
}

impl DayMonthYear {
    /// The three fields of a date.
    pub fn of(date: Date) -> Self {
        Self {
            day: date.day().to_string(),
            month: u8::from(date.month()).to_string(),
            year: date.year().to_string(),
        }
    }

    /// Nothing was typed.
    pub const fn is_empty(&self) -> bool {
        self.day.is_empty() && self.month.is_empty() && self.year.is_empty()
    }

    /// No date, or a day after `today`; otherwise what to put right.
    pub fn read(&self, today: Date) -> Result<Option<Date>, FieldError> {
        if self.is_empty() {
            return Ok(None);
        }
        if let Some(part) = self.missing() {
            return Err(FieldError::new(format!("end_date.{part}"), "choose-error-date"));
        }
        let date = self.date().ok_or_else(|| FieldError::new("end_date.day", self.unreal()))?;
        if date <= today {
            return Err(FieldError::new("end_date.day", "choose-error-date-past"));
        }
        Ok(Some(date))
    }

    // Numbers that are no day of any year, or no date at all.
    fn unreal(&self) -> &'static str {
        let is_number = |typed: &str| typed.parse::<u8>().is_ok();
        let has_year = self.year.parse::<i32>().is_ok_and(|year| (1000..=9999).contains(&year));
        if is_number(&self.day) && is_number(&self.month) && has_year {
            "choose-error-date-real"
        } else {
            "choose-error-date"
        }
    }

    /// The first of the three that is empty.
    pub(super) fn missing(&self) -> Option<&'static str> {
        let parts = [("day", &self.day), ("month", &self.month), ("year", &self.year)];
        parts.into_iter().find(|(_, typed)| typed.is_empty()).map(|(part, _)| part)
    }

    /// The date, where it is whole and real.
    pub fn date(&self) -> Option<Date> {
        let month = Month::try_from(self.month.parse::<u8>().ok()?).ok()?;
        // Four digits: a year of two could be any century.
        let year = self.year.parse::<i32>().ok().filter(|year| (1000..=9999).contains(year))?;
        Date::from_calendar_date(year, month, self.day.parse().ok()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    fn form(pairs: &[(&str, &str)]) -> ChooseForm {
        ChooseForm::from_pairs(
            &pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        )
    }

    #[test]
    fn nothing_sent_is_nothing_answered() {
        let empty = form(&[]);
        assert_eq!(empty, ChooseForm::default());
        assert_eq!(
            empty.faults([("conditions", "Conditions and diagnoses")], date!(2026 - 11 - 24)).len(),
            1
        );
    }

    #[test]
    fn an_unknown_answer_is_no_answer() {
        assert_eq!(form(&[("choice.conditions", "on")]).answer("conditions"), None);
    }

    #[test]
    fn the_last_answer_counts() {
        let form = form(&[("choice.conditions", "share"), ("choice.conditions", "do-not-share")]);
        assert_eq!(form.choices, vec![("conditions".to_owned(), Answer::DoNotShare)]);
    }

    #[test]
    fn an_end_date_is_whole_real_and_to_come() {
        let today = date!(2026 - 11 - 24);
        let typed = |day: &str, month: &str, year: &str| {
            DayMonthYear { day: day.into(), month: month.into(), year: year.into() }.read(today)
        };
        assert_eq!(typed("", "", ""), Ok(None));
        assert_eq!(typed("4", "3", "2027"), Ok(Some(date!(2027 - 03 - 04))));
        assert_eq!(
            typed("4", "", "2027").map_err(|error| error.field),
            Err("end_date.month".to_owned())
        );
        let unreal = Err("choose-error-date-real");
        assert_eq!(typed("30", "2", "2027").map_err(|error| error.key), unreal);
        assert_eq!(typed("4", "13", "2027").map_err(|error| error.key), unreal);
        assert_eq!(typed("4", "May", "2027").map_err(|error| error.key), Err("choose-error-date"));
        assert_eq!(typed("4", "3", "27").map_err(|error| error.key), Err("choose-error-date"));
        assert_eq!(
            typed("24", "11", "2026").map_err(|error| error.key),
            Err("choose-error-date-past")
        );
    }

    #[test]
    fn the_button_is_preview_unless_it_says_otherwise() {
        assert_eq!(form(&[("action", "not-now")]).action, ChooseAction::NotNow);
        assert_eq!(form(&[("action", "update")]).action, ChooseAction::Update);
        assert_eq!(form(&[("action", "other")]).action, ChooseAction::Preview);
    }
}
