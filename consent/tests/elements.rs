//! Promise 6, the copy: only what the published list names, and exactly what the source says.

#[cfg(test)]
#[path = "elements/arbitrary.rs"]
mod arbitrary;
#[cfg(test)]
#[path = "elements/listed.rs"]
mod listed;
#[cfg(test)]
#[path = "elements/periods.rs"]
mod periods;
#[cfg(test)]
#[path = "elements/persons.rs"]
mod persons;
#[cfg(test)]
#[path = "elements/records.rs"]
mod records;
#[cfg(test)]
#[path = "elements/texts.rs"]
mod texts;
