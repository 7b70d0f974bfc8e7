//! The server is killed in the middle of its work, again and again. What it acknowledged is there
//! afterwards, nothing is half there, and the log is whole.

mod serving;

use crate::story::*;
use crate::support::{Kind, Stage, identity, person};
use consent::decision::Said;
use consent::ids::{ClientId, PersonId, ReceiptId, RequestId};
use consent::receipt::ReceiptKind;
use server::clock::SystemClock;
use server::portal::{Actor, Portal, Refusal};
use server::store::Db;
use serving::{Serving, ask};
use sqlx::{AssertSqlSafe, Row};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

/// How often it is killed.
const KILLS: u64 = 50;

/// Somebody with a browser, deciding and withdrawing about one request, and what they were told.
struct Claimant {
    me: PersonId,
    client: ClientId,
    id: RequestId,
    cookie: String,
    /// The receipts that they were sent to.
    acknowledged: Vec<(ReceiptId, ReceiptKind)>,
    /// Something that changes the answer was sent, and no answer to it came.
    uncertain: bool,
}

impl Claimant {
    /// Decides and withdraws until the server is gone; counts what was acknowledged.
    fn go_on(&mut self, address: &str, done: &AtomicU64) {
        let count = || done.fetch_add(1, Ordering::SeqCst);
        while self.decide(address).map(|()| count()).is_some()
            && self.withdraw(address).map(|()| count()).is_some()
        {}
    }

    fn decide(&mut self, address: &str) -> Option<()> {
        let at = |page: &str| format!("/requests/{}/{page}", self.id);
        let ticked: Vec<String> = ASKED
            .iter()
            .map(|category| {
                format!(
                    "choice.{category}={}",
                    if *category == MentalHealth { "do-not-share" } else { "share" }
                )
            })
            .collect();
        let chosen = ask(
            address,
            &self.cookie,
            &at("choose"),
            Some(&format!("{}&action=preview", ticked.join("&"))),
        )?;
        assert_eq!((chosen.status, chosen.header("location")), (303, Some(at("preview").as_str())));
        let shown = ask(address, &self.cookie, &at("preview"), None)?;
        let digest = shown
            .body
            .split_once("id=\"digest\"")
            .and_then(|(_, rest)| rest.split_once("value=\""));
        let digest = digest.and_then(|(_, rest)| rest.get(..64))?.to_owned();
        let confirm = format!("digest={digest}&password={}", PASSWORD.replace(' ', "+"));
        self.post(address, &at("confirm"), &confirm, ReceiptKind::Decision)
    }

    fn withdraw(&mut self, address: &str) -> Option<()> {
        let path = format!("/requests/{}/withdraw", self.id);
        // Everything that is shared: what nothing is recorded of as well.
        let ticked = ASKED
            .iter()
            .filter(|category| **category != MentalHealth)
            .map(|category| format!("item.{category}=yes"));
        let form = format!("{}&action=withdraw", ticked.collect::<Vec<_>>().join("&"));
        self.post(address, &path, &form, ReceiptKind::Withdrawal)
    }

    fn post(&mut self, address: &str, path: &str, form: &str, kind: ReceiptKind) -> Option<()> {
        self.uncertain = true;
        let page = ask(address, &self.cookie, path, Some(form))?;
        assert_eq!(page.status, 303, "{path}: {}", page.body);
        self.acknowledged.push((page.receipt().expect("the answer leads to the receipt"), kind));
        self.uncertain = false;
        Some(())
    }

    /// Looks at what is stored, with the portal opened again.
    async fn is_kept_whole(&self, portal: &Portal) {
        let actor = Actor::Person(self.me);
        let read = portal.request_of(&actor, self.me, self.id).await.unwrap();
        let said = &read.loaded.said;
        let receipts = portal.receipts(&actor, self.me).await.unwrap();
        let mine: BTreeSet<ReceiptId> =
            receipts.iter().filter(|one| one.request.id == self.id).map(|one| one.id).collect();
        for (receipt, _) in &self.acknowledged {
            assert!(mine.contains(receipt), "an acknowledged receipt is lost");
        }
        // Each collection below has a receipt of its own.
        let of_said = |kind| {
            use ReceiptKind::{Amendment, Decision, Withdrawal};
            matches!(kind, Decision | Amendment | Withdrawal)
        };
        let of_said = receipts.iter().filter(|one| one.request.id == self.id && of_said(one.kind));
        assert_eq!(said.len(), of_said.count(), "as many records as receipts");
        let events = format!(
            "SELECT COUNT(*) FROM event WHERE kind IN ('decided', 'withdrawn') AND request_id = {}",
            self.literal(portal)
        );
        assert_eq!(
            number(portal, &events).await,
            i64::try_from(said.len()).unwrap(),
            "as many records as events"
        );
        let open = format!(
            "SELECT COUNT(*) FROM package WHERE key_wrapped IS NOT NULL AND sealed IS NOT NULL AND contents_sealed IS NOT NULL AND request_id = {}",
            self.literal(portal)
        );
        let half = format!(
            "SELECT COUNT(*) FROM package WHERE (key_wrapped IS NULL) <> (sealed IS NULL) AND request_id = {}",
            self.literal(portal)
        );
        let decided = matches!(said.last(), Some(Said::Decided(_)));
        assert_eq!(
            number(portal, &open).await,
            i64::from(decided),
            "a package as long as there is a permission"
        );
        assert_eq!(number(portal, &half).await, 0, "never half a package");
        if !self.uncertain
            && let Some((_, newest)) = self.acknowledged.last()
        {
            assert_eq!(
                decided,
                *newest == ReceiptKind::Decision,
                "what was acknowledged last is what holds"
            );
        }
        match portal.collect(&self.client, self.id).await {
            Ok(collected) => {
                assert!(decided);
                assert_eq!(
                    Some(collected.digest()),
                    said.last().and_then(|said| match said {
                        Said::Decided(decided) => decided.digest,
                        Said::Withdrew { .. } | Said::Held { .. } | Said::Rechecked { .. } => {
                            None
                        }
                    })
                );
            }
            Err(why) => {
                assert!(!decided && matches!(why.refusal(), Some(Refusal::NoConsent(_))), "{why}");
            }
        }
    }

    fn literal(&self, portal: &Portal) -> String {
        match portal.db() {
            Db::Sqlite { .. } => format!("x'{}'", self.id.0.simple()),
            Db::Postgres(_) => format!("'{}'", self.id),
        }
    }
}

async fn number(portal: &Portal, sql: &str) -> i64 {
    let sql = AssertSqlSafe(format!("SELECT CAST(({sql}) AS BIGINT)"));
    match portal.db() {
        Db::Sqlite { read, .. } => sqlx::query(sql).fetch_one(read).await.unwrap().get(0),
        Db::Postgres(pool) => sqlx::query(sql).fetch_one(pool).await.unwrap().get(0),
    }
}

async fn opened(stage: &Stage) -> Portal {
    Portal::open(stage.portal.config().clone(), Arc::new(SystemClock)).await.unwrap()
}

/// Two people with a record and an account, two requests about each.
async fn claimants(stage: &Stage) -> Vec<Claimant> {
    let portal = opened(stage).await;
    let client = client(&portal, "dwp-pip-leeds").await;
    let mut claimants = Vec::new();
    for which in 0..2 {
        let me = person(stage, which).await;
        let number = identity(which).nhs_number.unwrap();
        portal
            .import_record(
                &Actor::Operator,
                &number,
                record(number.as_str()).to_string().into_bytes(),
            )
            .await
            .unwrap();
        portal.permit_source(&Actor::Person(me), me, "gp-record").await.unwrap();
        for again in 0..2 {
            let about =
                submission(&portal, &format!("PIP-{which}-{again}"), identity(which), &ASKED);
            let id = submit(&portal, &client, about).await.id;
            claimants.push(Claimant {
                me,
                client: client.clone(),
                id,
                cookie: String::new(),
                acknowledged: Vec::new(),
                uncertain: false,
            });
        }
    }
    // From here on nobody but the server has the store open.
    portal.db().close().await;
    stage.portal.db().close().await;
    let serving = Serving::start(&portal);
    for (number, claimant) in claimants.iter_mut().enumerate() {
        let form = format!(
            "email={}%40example.org&password={}",
            ["one", "two"][number / 2],
            PASSWORD.replace(' ', "+")
        );
        let page = ask(&serving.address, "", "/sign-in", Some(&form)).unwrap();
        assert_eq!(page.status, 303, "{}", page.body);
        page.header("set-cookie")
            .unwrap()
            .split(';')
            .next()
            .unwrap()
            .clone_into(&mut claimant.cookie);
    }
    claimants
}

async fn killed_again_and_again(kind: Kind) {
    let Some(stage) = Stage::new(kind).await else { return };
    let mut claimants = claimants(&stage).await;
    for kill in 0..KILLS {
        let serving = Serving::start(&stage.portal);
        let done = AtomicU64::new(0);
        thread::scope(|scope| {
            for claimant in &mut claimants {
                let address = serving.address.clone();
                let done = &done;
                scope.spawn(move || claimant.go_on(&address, done));
            }
            // In the middle of the work, and never twice at the same moment of it.
            for _ in 0..2000 {
                if done.load(Ordering::SeqCst) > kill % 6 {
                    break;
                }
                thread::sleep(Duration::from_millis(5));
            }
            thread::sleep(Duration::from_millis(kill * 31 % 120));
            drop(serving);
        });
        let portal = opened(&stage).await;
        for claimant in &claimants {
            claimant.is_kept_whole(&portal).await;
        }
        if let Err(broken) = portal.verify_log().await.unwrap() {
            panic!("after {} kills: {broken}", kill + 1);
        }
        // A guess that the kill cut short is no wrong guess.
        let mut tx = portal.db().write().await.unwrap();
        server::store::accounts::sweep_guesses(&mut tx, consent::time::At::LAST).await.unwrap();
        tx.commit().await.unwrap();
        portal.db().close().await;
    }
    let of = |wanted| {
        let all = claimants.iter().flat_map(|claimant| &claimant.acknowledged);
        all.filter(|(_, kind)| *kind == wanted).count()
    };
    let (decisions, withdrawals) = (of(ReceiptKind::Decision), of(ReceiptKind::Withdrawal));
    println!("{decisions} decisions and {withdrawals} withdrawals acknowledged");
    assert!(decisions > 50 && withdrawals > 10, "the test lets too little happen");
}

#[tokio::test]
async fn fifty_kills_lose_nothing_that_was_acknowledged_on_sqlite() {
    killed_again_and_again(Kind::Sqlite).await;
}

#[tokio::test]
async fn fifty_kills_lose_nothing_that_was_acknowledged_on_postgres() {
    killed_again_and_again(Kind::Postgres).await;
}
