//! Named samples of receipts, one of each kind at least.

use super::{By, Kind, Person, Proof, ReceiptView, SignedWords};
use crate::{
    components::Scan,
    i18n::Lang,
    pages::{confirm::Ends, own_copy::OwnCopy, preview::sample_file, withdraw::Collected},
    receipt_words::Why,
};
use time::macros::{date, datetime};

/// Named samples.
pub fn samples(lang: Lang) -> Vec<(&'static str, ReceiptView)> {
    let [conditions, medicines, mental]: [String; 3] = match lang {
        Lang::En => ["Conditions and diagnoses", "Medicines, now and before", "Mental health"],
        Lang::Cy => {
            ["Cyflyrau a diagnosisau", "Meddyginiaethau, nawr ac o’r blaen", "Iechyd meddwl"]
        }
    }
    .map(Into::into);
    let signed = |lang: Lang| {
        let said = match lang {
            Lang::En => "You share: Conditions and diagnoses; Medicines, now and before.",
            Lang::Cy => {
                "Rydych yn rhannu: Cyflyrau a diagnosisau; Meddyginiaethau, nawr ac o’r blaen."
            }
        };
        SignedWords { lang, sentences: vec![said.to_owned()] }
    };
    let file = sample_file();
    let decision = |shared: &[&String], private: &[&String], ends, left_out| Kind::Decision {
        shared: shared.iter().map(|title| (*title).clone()).collect(),
        private: private.iter().map(|title| (*title).clone()).collect(),
        ends,
        file: (!shared.is_empty()).then(|| file.clone()),
        left_out,
        amends: false,
    };
    let part = ReceiptView {
        id: "01936b7e-0000-7000-8000-00000000000a".into(),
        code: "RC 6NWT-2HB".into(),
        request_id: "01936b7e-0000-7000-8000-000000000001".into(),
        reference: "SR 7K2M-9QD".into(),
        asker: "Maximus, PIP team, Leeds".into(),
        at: datetime!(2026-11-24 15:26),
        person: Person {
            name: "Nerys Bello".into(),
            nhs_number: Some("999 214 3053".into()),
            nino: Some("QQ 12 34 56 C".into()),
        },
        by: By::Claimant,
        kind: decision(&[&conditions, &medicines], &[&mental], Ends::On(date!(2027 - 03 - 04)), 1),
        proof: Proof::Public {
            line: 18_204,
            since: datetime!(2026-11-24 15:27),
            witnesses: vec![
                ("Advice Cymru".into(), datetime!(2026-11-24 15:27)),
                ("Leeds Law Centre".into(), datetime!(2026-11-24 15:28)),
            ],
        },
        key: "2026-b".into(),
        words: signed(lang),
        address: "https://sayso.example".into(),
        verify: Some("/verify".into()),
        can_stop: true,
        newest: true,
        letter: None,
        pdf: true,
        // Not a code that holds anything: where its three corners are.
        scan: Some(Scan {
            side: 29,
            path: "M4 4h7v7h-7zM5 5v5h5v-5zM18 4h7v7h-7zM19 5v5h5v-5zM4 18h7v7h-7zM5 19v5h5v-5zM13 13h3v3h-3z".into(),
        }),
        copy: Some(OwnCopy::Offer {
            request: "01936b7e-0000-7000-8000-000000000001".into(),
            version: 1,
        }),
    };
    let of =
        |kind: Kind, can_stop: bool| ReceiptView { kind, can_stop, copy: None, ..part.clone() };
    let withdrawal = |remaining: Vec<String>, earlier: Vec<Collected>| Kind::Withdrawal {
        stopped: vec![medicines.clone()],
        remaining,
        earlier,
        digest: Some(file.digest.clone()),
    };
    let collected = Collected {
        at: datetime!(2026-11-23 16:10),
        last: datetime!(2026-11-23 16:10),
        times: 1,
        who: "Maximus, PIP team, Leeds".into(),
        entries: 3,
    };
    let pause = |why: Why| Kind::Pause {
        why,
        waits: vec![conditions.clone(), medicines.clone()],
        digest: Some(file.digest.clone()),
    };
    let statement = match lang {
        Lang::En => "We decided with it, so we must keep it until the appeal is over.",
        Lang::Cy => {
            "Fe wnaethom benderfynu gyda hi, felly rhaid i ni ei chadw nes bod yr apêl ar ben."
        }
    }
    .to_owned();
    let erasure = |erased: bool, statement: &str| Kind::Erasure {
        who: "Maximus, PIP team, Leeds".into(),
        erased,
        statement: statement.to_owned(),
        collected: Some(datetime!(2026-11-23 16:10)),
        sent: vec![conditions.clone()],
        digest: Some(file.digest.clone()),
    };
    let mut amendment =
        decision(&[&conditions], &[&medicines, &mental], Ends::On(date!(2027 - 03 - 04)), 0);
    if let Kind::Decision { amends, .. } = &mut amendment {
        *amends = true;
    }
    let collection = Kind::Collection {
        who: "Maximus, PIP team, Leeds".into(),
        sent: vec![conditions.clone()],
        empty: vec![medicines.clone()],
        file: file.clone(),
    };
    let rest = of(withdrawal(vec![conditions.clone()], Vec::new()), true);
    let until = Ends::CollectUntil(datetime!(2027-02-22 15:26));
    vec![
        ("part", part.clone()),
        ("all", of(decision(&[&conditions, &medicines, &mental], &[], until, 0), true)),
        ("refusal", of(decision(&[], &[&conditions, &medicines, &mental], until, 0), false)),
        ("in-the-other-language", ReceiptView { words: signed(lang.other()), ..part.clone() }),
        (
            "of-the-first-kind",
            ReceiptView {
                words: SignedWords { lang: Lang::En, sentences: Vec::new() },
                proof: Proof::Before(Some(18_204)),
                ..part.clone()
            },
        ),
        ("not-public-yet", ReceiptView { proof: Proof::Waits, verify: None, ..part.clone() }),
        ("over", ReceiptView { can_stop: false, newest: false, copy: None, ..part.clone() }),
        ("answered-since", ReceiptView { newest: false, copy: None, ..part.clone() }),
        (
            "withdrawal",
            ReceiptView {
                letter: Some(
                    "/requests/01936b7e-0000-7000-8000-000000000001/letters/stop-practice".into(),
                ),
                copy: Some(OwnCopy::Kept { id: "01936b7e-0000-7000-8000-00000000000c".into() }),
                ..of(withdrawal(Vec::new(), vec![collected]), false)
            },
        ),
        ("withdrawal-rest-waits", rest.clone()),
        ("withdrawal-rest-shared", ReceiptView { newest: false, ..rest }),
        (
            "withdrawal-by-operator",
            ReceiptView { by: By::Operator, ..of(withdrawal(Vec::new(), Vec::new()), false) },
        ),
        ("collection", of(collection.clone(), true)),
        ("collection-over", of(collection, false)),
        (
            "expiry",
            of(
                Kind::Expiry {
                    ended: vec![conditions.clone()],
                    since: datetime!(2026-11-24 0:00),
                    by_date: true,
                    collected: true,
                    digest: Some(file.digest.clone()),
                },
                false,
            ),
        ),
        (
            "expiry-by-purpose",
            ReceiptView {
                proof: Proof::Public {
                    line: 18_204,
                    since: datetime!(2026-11-24 15:27),
                    witnesses: Vec::new(),
                },
                ..of(
                    Kind::Expiry {
                        ended: vec![conditions.clone(), medicines.clone()],
                        since: datetime!(2026-11-23 15:26),
                        by_date: false,
                        collected: false,
                        digest: Some(file.digest.clone()),
                    },
                    false,
                )
            },
        ),
        ("pause", of(pause(Why::Rules), true)),
        ("pause-died", of(pause(Why::Died), true)),
        ("pause-confirmed", ReceiptView { newest: false, ..of(pause(Why::Rules), true) }),
        ("erased", of(erasure(true, ""), false)),
        ("kept", of(erasure(false, &statement), false)),
        ("amendment", of(amendment, true)),
    ]
}
