//! What happened about one request in one month, as far as a public figure needs to know it. No name, no category,
//! no text: whose it is stands here only so that people, and not requests, are counted against the threshold.

use consent::decision::RecordedDecision;
use consent::request::Request;

/// Who a fact is about; none once that person was erased. It never leaves the process.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// A known person.
    Person(uuid::Uuid),
    /// Somebody whom a request names and nobody was found for: the blind index.
    Named(Vec<u8>),
}

/// One fact, of one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// For which purpose was asked.
    pub purpose: String,
    /// Whose record was asked for.
    pub who: Option<Who>,
    /// What happened.
    pub what: What,
}

/// What somebody first answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    /// Share every kind of information that was asked for.
    Full,
    /// Share some of it.
    Part,
    /// Share nothing.
    Nothing,
}

/// What the requester saw of that answer: how much of what it asked for became available.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Looks {
    /// All of it.
    All,
    /// Some of it.
    Some,
    /// None of it: the same as silence.
    None,
}

/// Why what was collected was not enough, as the requester says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Something is missing.
    Missing,
    /// It is out of date.
    OutOfDate,
    /// It is unclear.
    Unclear,
    /// It says nothing about how the person is affected.
    NotAboutEffect,
}

impl Why {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::Missing, Self::OutOfDate, Self::Unclear, Self::NotAboutEffect];

    /// The fixed name, as requesters write it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::OutOfDate => "out-of-date",
            Self::Unclear => "unclear",
            Self::NotAboutEffect => "not-about-effect",
        }
    }

    /// The reason with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.as_str() == name)
    }
}

/// What happened. Each is counted once for a request: the first time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// It was submitted.
    Asked,
    /// It was submitted, reached the person, and its reply-by date went by without a word.
    Silent,
    /// It was answered.
    Answered {
        /// What was said.
        said: Said,
        /// What the requester saw.
        looks: Looks,
        /// Whole days since it was submitted; none where that is not known any more.
        days: Option<u32>,
    },
    /// Sharing was stopped: before anything was collected (quietly), or after, and the requester was told.
    Withdrew {
        /// Nothing was collected before.
        quietly: bool,
    },
    /// Sharing was held before anything was collected: to the requester the same as a quiet withdrawal.
    Held,
    /// Something was collected.
    Collected,
    /// The requester says that it erased what it had collected.
    Erased,
    /// The requester says that what it collected was not enough.
    Insufficient,
    /// And why.
    Because(Why),
}

impl What {
    /// What a decision comes to for the figures.
    #[must_use]
    pub fn answered(request: &Request, decided: &RecordedDecision, days: Option<u32>) -> Self {
        let shared = decided.decision.shared();
        let asked = request.items.iter().map(|item| item.category);
        let (yes, no): (Vec<_>, Vec<_>) = asked.partition(|category| shared.contains(category));
        let said = match (yes.is_empty(), no.is_empty()) {
            (true, _) => Said::Nothing,
            (false, true) => Said::Full,
            (false, false) => Said::Part,
        };
        let seen = yes.iter().filter(|category| decided.present.contains(category)).count();
        let looks = match seen {
            0 => Looks::None,
            all if all == yes.len() && no.is_empty() => Looks::All,
            _ => Looks::Some,
        };
        Self::Answered { said, looks, days }
    }

    /// The name under which it is kept when the person is erased before the month is published. How many days an
    /// answer took is not kept.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Asked => "asked".to_owned(),
            Self::Silent => "silent".to_owned(),
            Self::Answered { said, looks, .. } => {
                let said = match said {
                    Said::Full => "full",
                    Said::Part => "part",
                    Said::Nothing => "nothing",
                };
                let looks = match looks {
                    Looks::All => "all",
                    Looks::Some => "some",
                    Looks::None => "none",
                };
                format!("answered-{said}-{looks}")
            }
            Self::Withdrew { quietly: true } => "withdrew-quietly".to_owned(),
            Self::Withdrew { quietly: false } => "withdrew".to_owned(),
            Self::Held => "held".to_owned(),
            Self::Collected => "collected".to_owned(),
            Self::Erased => "erased".to_owned(),
            Self::Insufficient => "insufficient".to_owned(),
            Self::Because(why) => format!("because-{}", why.as_str()),
        }
    }

    /// What has this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let plain = [
            Self::Asked,
            Self::Silent,
            Self::Withdrew { quietly: true },
            Self::Withdrew { quietly: false },
            Self::Held,
            Self::Collected,
            Self::Erased,
            Self::Insufficient,
        ];
        let because = Why::ALL.map(Self::Because);
        let answers = [Said::Full, Said::Part, Said::Nothing].into_iter().flat_map(|said| {
            let each = [Looks::All, Looks::Some, Looks::None].into_iter();
            each.map(move |looks| Self::Answered { said, looks, days: None })
        });
        plain.into_iter().chain(because).chain(answers).find(|what| what.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_of_an_erased_person_is_read_back() {
        let all = [
            What::Answered { said: Said::Part, looks: Looks::None, days: None },
            What::Withdrew { quietly: true },
            What::Withdrew { quietly: false },
            What::Because(Why::NotAboutEffect),
            What::Erased,
        ];
        for what in all {
            assert_eq!(What::parse(&what.name()), Some(what));
        }
        assert_eq!(What::parse("answered"), None);
    }
}
