//! Samples of the page. Nobody in them is real, and no signature: they show the words, not the check.

use super::VerifyView;
use crate::{check_form::ToPutRight, check_words::said, i18n::Lang};
use consent::digest::Digest;
use consent::proof::receipt::{Checked, LogWrong, Logged, Paper, Trusted, Witness, Wrong};
use consent::receipt::Receipt;
use consent::time::At;

const KEY: &str = "sayso.example/log+1a13abcd+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const PUBLIC: [u8; 32] = [
    0xe9, 0x32, 0x79, 0x1a, 0xe6, 0xe7, 0xa8, 0x40, 0xa4, 0x61, 0x64, 0xc9, 0x04, 0x78, 0x64, 0x26,
    0xd5, 0xe7, 0x82, 0x1d, 0xd8, 0xb2, 0x9a, 0x00, 0xd6, 0x1c, 0xae, 0x72, 0xaf, 0xdd, 0x4d, 0xa4,
];

/// Named samples.
pub fn samples(lang: Lang) -> Vec<(&'static str, VerifyView)> {
    let empty =
        VerifyView { keys: KEY.to_owned(), quorum: "0".to_owned(), ..VerifyView::default() };
    let Some((witnessed, lonely, bare)) = checked(lang) else {
        return vec![("empty", empty)];
    };
    let of = |result: Result<Checked, Wrong>, paper: Option<Paper>| VerifyView {
        said: Some(said(lang, &result, paper.as_ref())),
        ..empty.clone()
    };
    let paper = |digest| Some(Paper { id: Some(bare.receipt.id), digest });
    let few = LogWrong::TooFewWitnesses { have: 1, need: 2 };
    let errors =
        [ToPutRight::Nothing, ToPutRight::Paper, ToPutRight::Key].map(VerifyView::error).to_vec();
    vec![
        ("empty", empty.clone()),
        ("genuine", of(Ok(witnessed), None)),
        ("no-witness", of(Ok(lonely), None)),
        ("no-proof", of(Ok(bare.clone()), paper(bare.digest))),
        ("other-paper", of(Ok(bare.clone()), paper(Digest::of(b"another")))),
        ("wrong-signature", of(Err(Wrong::Signature), None)),
        ("wrong-log", of(Err(few.into()), None)),
        ("errors", VerifyView { paper: "12".to_owned(), errors, ..empty }),
    ]
}

/// With witnesses, without one, without a proof.
fn checked(lang: Lang) -> Option<(Checked, Checked, Checked)> {
    let receipt: Receipt = serde_json::from_value(receipt(lang)).ok()?;
    let key = Trusted::of(PUBLIC).ok()?;
    let digest = Digest::of(b"a receipt in a sample");
    let bare = Checked { receipt, digest, key, logged: None };
    let at = |text| At::parse_rfc3339(text).ok();
    let lonely = Logged {
        origin: "sayso.example/log".to_owned(),
        index: 73_893,
        size: 73_904,
        root: Digest::of(b"a root in a sample"),
        witnesses: Vec::new(),
        unknown: 2,
    };
    let signed = |name: &str, at| Witness { name: name.to_owned(), at };
    let witnesses = vec![
        signed("witness.advice.example", at("2026-11-24T10:16:05Z")?),
        signed("watch.library.example", at("2026-11-24T10:16:07Z")?),
    ];
    let watched = Logged { witnesses, unknown: 0, ..lonely.clone() };
    let with = |logged| Checked { logged: Some(logged), ..bare.clone() };
    Some((with(watched), with(lonely), bare))
}

fn receipt(lang: Lang) -> serde_json::Value {
    let (language, words) = match lang {
        Lang::En => (
            "en",
            [
                "On 24 November 2026 at 10:16am you answered request SR 7K2M-9QDX from Department for Work and Pensions, PIP, Leeds.",
                "You share: Medicines, now and before.",
                "You keep private: Mental health.",
            ],
        ),
        Lang::Cy => (
            "cy",
            [
                "Ar 24 Tachwedd 2026 am 10:16am fe wnaethoch chi ateb cais SR 7K2M-9QDX gan Department for Work and Pensions, PIP, Leeds.",
                "Rydych yn rhannu: Meddyginiaethau, nawr ac o’r blaen.",
                "Rydych yn cadw’n breifat: Iechyd meddwl.",
            ],
        ),
    };
    serde_json::json!({
        "schema": "urn:sayso:receipt:2",
        "language": language,
        "words": words,
        "id": "01a20210-def5-72aa-8547-a6e1c48c3900",
        "kind": "decision",
        "at": "2026-11-24T10:16:00Z",
        "issuer": "https://sayso.example",
        "actor": "claimant",
        "subject": "5c3f9a0e7b1d4c26",
        "request": {
            "id": "01a20210-def5-72aa-8547-a6e1c48c3901",
            "short": "SR 7K2M-9QDX",
            "organisation": "Department for Work and Pensions",
            "team": "PIP, Leeds",
            "purpose": "pip-new-claim",
            "purpose_version": 1,
            "submitted_at": "2026-11-20T09:00:00Z",
            "recipients": ["Department for Work and Pensions"],
            "keep_for": "P2Y",
        },
        "decision_version": 1,
        "items": [
            { "category": "medicines", "title": "Medicines, now and before", "state": "shared" },
            { "category": "mental-health", "title": "Mental health", "state": "not-shared" },
        ],
        "end_date": null,
        "collect_until": "2026-12-24T10:16:00Z",
        "digest": null,
        "rules": 2,
        "collections": [],
    })
}
