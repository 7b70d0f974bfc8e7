//! What people say themselves: it goes exactly as it was finished, where the claimant shares it, and nowhere else.

use crate::story::*;
use crate::support::{both, identity, person};
use Category::{AnswersToQuestions, CarersWords, MyOwnWords};
use consent::category::Category;
use consent::language::Language;
use consent::package::{Package, Why};
use server::portal::decisions::Confirmed;
use server::portal::marked::{Mark, Meanwhile};
use server::portal::words::Save;
use server::portal::{Actor, Refusal};

/// What is asked for here.
pub const SAID: [Category; 5] =
    [Conditions, MentalHealth, MyOwnWords, CarersWords, AnswersToQuestions];
/// The decision point that every item of a story serves.
pub const POINT: &str = "period";

impl Story<'_> {
    /// The claimant writes about the decision point.
    pub async fn write(&self, text: &str, save: Save) {
        self.portal
            .save_words(&self.actor(), self.me, self.id, POINT, (text, Language::English), save)
            .await
            .unwrap();
    }
}

/// Somebody with the small record, and a request for [`SAID`].
pub async fn begin(stage: &crate::support::Stage) -> Story<'_> {
    let me = person(stage, 0).await;
    let number = identity(0).nhs_number.unwrap();
    let record = record(number.as_str()).to_string().into_bytes();
    stage.portal.import_record(&Actor::Operator, &number, record).await.unwrap();
    Story::about(stage, me, &SAID).await
}

fn text(package: &Package) -> &str {
    std::str::from_utf8(package.bytes()).unwrap()
}

fn why(package: &Package, home: Category) -> Option<Why> {
    let found = package.contents().withheld.iter().find(|one| one.home == Some(home));
    found.map(|one| one.why.clone())
}

both!(own_words_go_once_they_are_finished_and_shared_and_not_before, |stage| async {
    let story = begin(stage).await;
    story.write("I cannot lift a pan.", Save::Draft).await;
    story.choose(&[MyOwnWords], None).await;
    assert!(story.preview().await.package.contents().sent.is_empty(), "a draft goes nowhere");
    story.write("I cannot lift a pan.", Save::Finish).await;
    story.choose(&[Conditions], None).await;
    let shown = story.preview().await.package;
    assert!(!text(&shown).contains("lift a pan"), "and neither does what is not shared");
    assert_eq!(why(&shown, MyOwnWords), Some(Why::HomeNotShared(MyOwnWords)));
    let (shown, _) = story.decide(&[MyOwnWords]).await;
    assert_eq!(shown.package.contents().sent.len(), 1);
    let collected = story.collect().await.unwrap().into_body();
    let body = String::from_utf8(collected).unwrap();
    assert!(body.contains("I cannot lift a pan.") && body.contains("the claimant"));
    assert!(body.contains("Three months back, nine ahead"), "the question goes along");

    // What was confirmed stays; new words need deciding again.
    story.write("I cannot lift anything.", Save::Finish).await;
    let again = story.collect().await.unwrap().into_body();
    assert_eq!(again, shown.package.bytes());
    let (shown, _) = story.decide(&[MyOwnWords]).await;
    assert!(text(&shown.package).contains("lift anything"));
    assert_eq!(
        (story.count("words-finished").await, story.count("words-taken-back").await),
        (2, 0)
    );
    story.log_is_whole().await;
});

both!(words_alone_are_a_package_and_nothing_is_read_for_them, |stage| async {
    let story = begin(stage).await;
    story.write("I rest after ten steps.", Save::Finish).await;
    let (shown, _) = story.decide(&[MyOwnWords]).await;
    assert_eq!((shown.package.contents().sent.len(), story.count("record-read").await), (1, 0));
});

both!(a_source_that_was_stopped_does_not_stop_words, |stage| async {
    let story = begin(stage).await;
    story.write("I rest after ten steps.", Save::Finish).await;
    story.choose(&[Conditions, MyOwnWords], None).await;
    assert_eq!(story.preview().await.package.contents().sent.len(), 2);
    story.portal.stop_source(&story.actor(), story.me, "gp-record").await.unwrap();
    let shown = story.preview().await.package;
    assert!(shown.contents().sent.len() == 1 && text(&shown).contains("ten steps"));
    story.confirmed(shown.digest()).await;
    // Without words to go, stopping means what it always meant.
    story.choose(&[Conditions], None).await;
    let refused = story.portal.preview(&story.actor(), story.me, story.id).await.unwrap_err();
    assert_eq!(refused.refusal(), Some(&Refusal::SourceNotPermitted));
});

both!(somebody_without_a_record_can_still_speak, |stage| async {
    let me = person(stage, 0).await;
    let story = Story::about(stage, me, &SAID).await;
    story.write("I rest after ten steps.", Save::Finish).await;
    let (shown, _) = story.decide(&[Conditions, MyOwnWords]).await;
    assert_eq!(shown.package.contents().sent.len(), 1);
});

both!(words_that_touch_a_matter_that_is_not_shared_stay, |stage| async {
    let story = begin(stage).await;
    story.write("My depression keeps me in bed.", Save::Finish).await;
    story.choose(&[MyOwnWords], None).await;
    let shown = story.preview().await.package;
    assert!(shown.contents().sent.is_empty() && !text(&shown).contains("bed"));
    assert_eq!(why(&shown, MyOwnWords), Some(Why::MatterNotShared([MentalHealth].into())));
    story.choose(&[MyOwnWords, MentalHealth], None).await;
    assert!(text(&story.preview().await.package).contains("in bed"));
});

both!(
    words_that_changed_after_the_preview_are_shown_again_and_nothing_is_recorded,
    |stage| async {
        let story = begin(stage).await;
        story.write("Before.", Save::Finish).await;
        story.choose(&[MyOwnWords], None).await;
        let shown = story.preview().await.package.digest();
        story.write("After.", Save::Finish).await;
        let Confirmed::Changed(_, now) = story.confirm(shown).await.unwrap() else {
            panic!("it was recorded")
        };
        assert!(text(&now.package).contains("After."));
        assert_eq!(story.count("decided").await, 0);
    }
);

both!(words_have_limits_and_one_author, |stage| async {
    let story = begin(stage).await;
    let (portal, me, id) = (&story.portal, story.me, story.id);
    let say = async |actor: &Actor, point: &str, text: &str| {
        let said =
            portal.save_words(actor, me, id, point, (text, Language::English), Save::Finish).await;
        said.err().and_then(|why| why.refusal().cloned())
    };
    let me_acting = story.actor();
    assert_eq!(say(&me_acting, POINT, " \r\n ").await, Some(Refusal::WordsMissing));
    assert_eq!(say(&me_acting, POINT, &"ŵ".repeat(4001)).await, Some(Refusal::WordsTooLong));
    assert_eq!(say(&me_acting, POINT, &"ŵ".repeat(4000)).await, None);
    assert_eq!(say(&me_acting, "dl1", "Not asked about.").await, Some(Refusal::NotFound));
    assert_eq!(say(&Actor::Operator, POINT, "For them.").await, Some(Refusal::NotFound));
    let other = person(stage, 1).await;
    assert_eq!(say(&Actor::Person(other), POINT, "For them.").await, Some(Refusal::NotFound));
    let theirs = portal.words_of(&Actor::Person(other), other, id).await.unwrap_err();
    assert_eq!(theirs.refusal(), Some(&Refusal::NotFound));
    // Nothing typed takes it away.
    story.write("", Save::Draft).await;
    assert!(portal.words_of(&me_acting, me, id).await.unwrap().own.is_empty());
    assert_eq!(story.count("words-taken-back").await, 1);
});

both!(
    a_statement_goes_with_an_entry_that_is_wrong_and_only_where_own_words_are_shared,
    |stage| async {
        let story = begin(stage).await;
        story.choose(&[Conditions, MyOwnWords], None).await;
        let shown = story.preview().await.package;
        let key = *shown.contents().sent[0].key.digest();
        let mark = |meanwhile, statement: Option<&str>| Mark {
            key,
            line: "Asthma · since May 2020".to_owned(),
            wrong: "It began in 2004.".to_owned(),
            meanwhile,
            statement: statement.map(str::to_owned),
            language: Language::English,
        };
        let set = async |mark: Mark| {
            story.portal.mark_wrong(&story.actor(), story.me, story.id, &mark).await
        };
        let refused = set(mark(Meanwhile::SendWithStatement, None)).await.unwrap_err();
        assert_eq!(refused.refusal(), Some(&Refusal::WordsMissing));
        set(mark(Meanwhile::SendWithStatement, Some("Since I was a child."))).await.unwrap();
        let shown = story.preview().await.package;
        assert!(text(&shown).contains("Since I was a child.") && !text(&shown).contains("2004"));
        // Marked once more: one mark, and no statement any more.
        set(mark(Meanwhile::LeaveOut, Some("Not sent."))).await.unwrap();
        let said = story.portal.words_of(&story.actor(), story.me, story.id).await.unwrap();
        assert_eq!((said.marked.len(), said.marked[0].mark.statement.clone()), (1, None));
        assert!(!text(&story.preview().await.package).contains("child"));
        story.portal.unmark(&story.actor(), story.me, story.id, key).await.unwrap();
        assert_eq!(story.count("entry-marked-wrong").await, 2);
        let events = story.portal.history(&story.actor(), story.me, None).await.unwrap().events;
        assert!(!format!("{events:?}").contains("2004"), "the history holds no word of it");
    }
);

both!(this_is_not_about_me_forgets_what_was_written, |stage| async {
    let story = begin(stage).await;
    story.write("Before.", Save::Finish).await;
    story.portal.not_me(&story.actor(), story.me, story.id).await.unwrap();
    assert_eq!(stage.number("SELECT COUNT(*) FROM words").await, 0);
});

both!(what_two_tabs_save_at_once_is_all_there, |stage| async {
    let me = person(stage, 0).await;
    let portal = stage.portal.clone();
    let client = client(&portal, "dwp-pip-leeds").await;
    let mut asked = submission(&portal, "PIP-1", identity(0), &[MyOwnWords]);
    asked.asked.items[0].decision_points = vec!["dl1".into(), "dl2".into(), "m2".into()];
    let id = submit(&portal, &client, asked).await.id;
    let mut all = tokio::task::JoinSet::new();
    for point in ["dl1", "dl2", "m2"] {
        let portal = portal.clone();
        all.spawn(async move {
            let typed = (point, Language::Welsh);
            portal.save_words(&Actor::Person(me), me, id, point, typed, Save::Finish).await
        });
    }
    while let Some(done) = all.join_next().await {
        done.unwrap().unwrap();
    }
    let own = portal.words_of(&Actor::Person(me), me, id).await.unwrap().own;
    assert_eq!(own.keys().collect::<Vec<_>>(), ["dl1", "dl2", "m2"]);
});
