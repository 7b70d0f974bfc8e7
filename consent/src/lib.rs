//! The rule of Sayso: who may learn what, computed from data alone.
//! No I/O, no clock, no chance, no async: the same inputs give the same answer on every machine.
//! Nothing outside this crate decides, and only this crate can make a [`release::Release`].

#[cfg(any(feature = "proof", feature = "rules"))]
mod canonical;
pub mod category;
pub mod decision;
pub mod identity;
pub mod ids;
pub mod language;
pub mod provider;
pub mod purpose;
pub mod receipt;
pub mod request;
pub mod standing;
pub mod strict;
pub mod time;

#[cfg(feature = "rules")]
pub mod assemble;
#[cfg(feature = "rules")]
pub mod classify;
#[cfg(feature = "rules")]
pub mod elements;
#[cfg(feature = "rules")]
pub mod gauge;
#[cfg(feature = "rules")]
pub mod package;
#[cfg(feature = "rules")]
pub mod recheck;
#[cfg(feature = "rules")]
pub mod record;
#[cfg(feature = "rules")]
pub mod release;
#[cfg(feature = "rules")]
pub mod words;

pub mod digest;
pub mod log;
pub mod matching;
#[cfg(feature = "proof")]
pub mod proof;
#[cfg(feature = "seeded-faults")]
pub mod seeded;
#[cfg(not(feature = "seeded-faults"))]
#[cfg_attr(not(feature = "rules"), expect(dead_code, reason = "the rules ask for most of them"))]
mod seeded;
