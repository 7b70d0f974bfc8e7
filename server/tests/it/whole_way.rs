//! Real and crowded records from the import to the last withdrawal.

use crate::story::*;
use crate::support::{Stage, both, identity};
use consent::category::Category;
use consent::identity::NhsNumber;
use consent::matching::Identity;
use serde_json::Value;
use server::portal::Actor;
use std::path::{Path, PathBuf};

both!(a_whole_real_record_goes_the_whole_way, |stage| async {
    let Some(path) = shared("data/fhir/gpconnect-r4/9465701459_Nel.r4.json") else { return };
    the_whole_way(stage, &path, "9465701459", "1999-02-25").await;
});

both!(the_record_that_holds_everything_goes_the_whole_way, |stage| async {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/people/everything.json");
    the_whole_way(stage, &path, "9996992152", "1986-07-19").await;
});

/// Added, imported, asked, matched, refused, decided, collected, withdrawn.
async fn the_whole_way(stage: &Stage, file: &Path, number: &str, born: &str) {
    let portal = &stage.portal;
    let number = NhsNumber::parse(number).unwrap();
    let birth_date = consent::time::parse_day(born).unwrap();
    let who = Identity { nhs_number: Some(number.clone()), birth_date, ..identity(0) };
    let added = portal.add_person(&Actor::Operator, &who).await.unwrap();
    let me =
        portal.activate("p", &added.activation_code, "one@example.org", PASSWORD).await.unwrap();
    let bytes = std::fs::read(file).unwrap();
    let entries =
        serde_json::from_slice::<Value>(&bytes).unwrap()["entry"].as_array().unwrap().len();
    let report = portal.import_record(&Actor::Operator, &number, bytes).await.unwrap();
    assert_eq!(report.person, Some(me));
    let asked = [
        Category::WhoIAm,
        Category::PeopleTreatingMe,
        Conditions,
        Category::Symptoms,
        Medicines,
        TestResults,
        Category::Treatments,
        Category::LettersAndDocuments,
        MentalHealth,
    ];
    let story = Story::about(stage, me, &asked).await;
    story.nothing_to_collect().await;
    let shared = [Category::WhoIAm, Conditions, Medicines, TestResults];
    story.choose(&shared, None).await;
    let shown = story.preview().await;
    let contents = shown.package.contents();
    assert!(!contents.sent.is_empty() && !contents.withheld.is_empty());
    assert_eq!(
        contents.sent.len() + contents.withheld.len(),
        entries,
        "every entry is accounted for"
    );
    let receipt = story.confirmed(shown.package.digest()).await;
    let collected = story.collect().await.unwrap();
    assert_eq!(collected.receipt, receipt);
    assert_eq!(collected.into_body(), shown.package.bytes());
    let present = &shown.package.contents().present;
    assert!(present.len() > 1);
    story.withdraw(&[*present.last().unwrap()]).await;
    story.nothing_to_collect().await;
    let smaller = story.portal.kept_preview(&story.actor(), me, story.id).await.unwrap().unwrap();
    assert!(smaller.cut && smaller.package.bytes().len() < shown.package.bytes().len());
    story.confirmed(smaller.package.digest()).await;
    assert_eq!(story.collect().await.unwrap().into_body(), smaller.package.bytes());
    story.withdraw(&[]).await;
    story.nothing_to_collect().await;
    assert_eq!(story.packages().await, 0);
    story.log_is_whole().await;
}

/// A file of the data that other people made; none, said aloud, where it is not on this machine.
pub fn shared(relative: &str) -> Option<PathBuf> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let root = crate::support::variable("SAYSO_SHARED").unwrap_or_else(|| "../shared".to_owned());
    let path = workspace.join(root).join(relative);
    if path.exists() {
        return Some(path);
    }
    let required = crate::support::variable("SAYSO_SHARED_REQUIRED").as_deref() == Some("1");
    assert!(!required, "SAYSO_SHARED_REQUIRED=1, and there is no {}", path.display());
    println!("skipped: there is no {} (set SAYSO_SHARED)", path.display());
    None
}
