//! Deliberate faults, planted one at a time by a test, to show that the tests notice.
//! Without the feature `seeded-faults` this compiles to nothing and no fault can be planted.

macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// A fault that a test can plant.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Fault { $($(#[$doc])* $name,)* }

        #[cfg(feature = "seeded-faults")]
        impl Fault {
            /// Every fault that can be planted.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];
            /// Those by which something withheld would leave a trace in the package.
            pub const LEAKS: &'static [(&'static str, Self)] = &[
                ("contained", Self::ContainedKept),
                ("narrative", Self::NarrativeKept),
                ("order", Self::SourceOrderKept),
                ("title", Self::TitleKept),
                ("reference", Self::ReferencesKept),
                ("count", Self::CountKept),
            ];
        }
    };
}

faults! {
    /// No decision counts as a yes.
    SilencePermits,
    /// A refusal counts as a yes.
    RefusalPermits,
    /// A withdrawal is not looked at.
    WithdrawalForgotten,
    /// The end of sharing is not looked at.
    ExpiryForgotten,
    /// The client's state is not looked at.
    DisabledClientPermits,
    /// Holds are not looked at.
    HoldForgotten,
    /// The version of the rules is not looked at.
    RulesForgotten,
    /// A partial withdrawal does not pause the rest.
    RestNotPaused,
    /// An item with nothing in the package is permitted.
    EmptyPermits,
    /// Only the home decides, not the matters.
    MattersForgotten,
    /// One shared matter is enough.
    OneMatterIsEnough,
    /// What is never sent is treated like the rest.
    NeverForgotten,
    /// The dates of an item are not looked at.
    DatesForgotten,
    /// The dates that the claimant chose are not looked at.
    ChosenDatesForgotten,
    /// The claimant's choice of one provider is not looked at.
    ChosenProviderForgotten,
    /// A letter goes unless it is left out.
    LettersUnasked,
    /// The order of the source is kept.
    SourceOrderKept,
    /// References to what is not in the package are kept.
    ReferencesKept,
    /// The copies that an entry contains of others are kept.
    ContainedKept,
    /// The narrative of an entry is kept.
    NarrativeKept,
    /// What a reference to something withheld was called is kept.
    TitleKept,
    /// The ids of the source are kept.
    IdsKept,
    /// What was left out goes all the same.
    LeftOutForgotten,
    /// The size of the record goes along.
    CountKept,
    /// A category outside the purpose can be asked for.
    PurposeForgotten,
}

#[cfg(feature = "seeded-faults")]
thread_local! {
    static PLANTED: std::cell::Cell<Option<Fault>> = const { std::cell::Cell::new(None) };
}

/// Plants one fault in this thread, or none.
#[cfg(feature = "seeded-faults")]
pub fn plant(fault: Option<Fault>) {
    PLANTED.with(|planted| planted.set(fault));
}

/// Is this fault planted?
#[cfg(feature = "seeded-faults")]
pub(crate) fn planted(fault: Fault) -> bool {
    PLANTED.with(std::cell::Cell::get) == Some(fault)
}

/// No fault can be planted in this build.
#[cfg(not(feature = "seeded-faults"))]
pub(crate) const fn planted(_: Fault) -> bool {
    false
}
