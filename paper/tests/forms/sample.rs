//! A receipt as it could be, in both languages.

use paper::{Document, Fact, Lang, Part, Piece, Square, Value};
use time::macros::datetime;

pub const HELD: &str = "https://sayso.example/verify#01936b7e-0000-7000-8000-00000000000a.\
                        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

pub fn words(english: bool, en: &str, cy: &str) -> String {
    if english { en } else { cy }.to_owned()
}

pub fn document(lang: Lang) -> Document {
    let of = |en: &str, cy: &str| words(lang == Lang::English, en, cy);
    Document {
        lang,
        title: of("Receipt for request SR 7K2M-9QD", "Derbynneb ar gyfer cais SR 7K2M-9QD"),
        id: "01936b7e-0000-7000-8000-00000000000a".to_owned(),
        made: datetime!(2026-11-24 15:26:07),
        brand: "Sayso".to_owned(),
        heading: of("Receipt: what you decided", "Derbynneb: beth wnaethoch chi ei benderfynu"),
        lead: vec![of(
            "On 24 November 2026 at 3:26pm you decided about request SR 7K2M-9QD from Maximus, PIP team, Leeds.",
            "Ar 24 Tachwedd 2026 am 3:26yh fe wnaethoch chi benderfynu ar gais SR 7K2M-9QD gan Maximus, tîm PIP, Leeds.",
        )],
        parts: vec![
            part(
                of("You share", "Rydych yn rhannu"),
                vec![Piece::Bullets(vec![
                    of(
                        "Medicines (only from 1 March 2024)",
                        "Meddyginiaethau (dim ond o 1 Mawrth 2024)",
                    ),
                    of("Letters from hospital", "Llythyrau gan yr ysbyty"),
                ])],
            ),
            part(
                of("Stays private", "Yn aros yn breifat"),
                vec![Piece::Bullets(vec![of("Appointments", "Apwyntiadau â’r tŷ a’r dŵr ŵ ŷ")])],
            ),
            Part {
                heading: of("The request", "Y cais"),
                pieces: vec![Piece::Facts(vec![
                    fact(of("Who asked", "Pwy ofynnodd"), "Maximus, PIP team, Leeds"),
                    fact(of("Answer number", "Rhif yr ateb"), "1"),
                ])],
            },
            Part {
                heading: of("The file you confirmed", "Y ffeil a gadarnhawyd gennych"),
                pieces: vec![
                    Piece::Words(of(
                        "This number belongs to that one file.",
                        "Mae’r rhif hwn yn perthyn i’r un ffeil.",
                    )),
                    Piece::Rows(vec!["e3b0 c442 98fc 1c14".to_owned(); 4]),
                ],
            },
            Part {
                heading: of("How to check this receipt", "Sut i wirio’r dderbynneb hon"),
                pieces: vec![
                    Piece::Scan {
                        square: Square::of(HELD).unwrap(),
                        alternative: of(
                            "Square code that leads to the page that checks this receipt",
                            "Cod sgwâr sy’n arwain at y dudalen sy’n gwirio’r dderbynneb hon",
                        ),
                        words: vec![of("Scan this code.", "Sganiwch y cod hwn.")],
                    },
                    Piece::Facts(vec![Fact {
                        name: "SHA-256".to_owned(),
                        value: Value::Digits(
                            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                                .to_owned(),
                        ),
                    }]),
                    Piece::Bullets(vec![of("One way", "Un ffordd")]),
                    Piece::Command(vec!["sayso receipt verify FILE --key receipt.pub".to_owned()]),
                ],
            },
        ],
        end: vec![of(
            "What you see is all that Sayso sends.",
            "Yr hyn a welwch yw’r cyfan y mae Sayso’n ei anfon.",
        )],
        foot: "Sayso, RC 6NWT-2HB".to_owned(),
        page_of: [of("Page", "Tudalen"), of("of", "o")],
    }
}

pub fn fact(name: String, value: &str) -> Fact {
    Fact { name, value: Value::Words(value.to_owned()) }
}

pub fn part(heading: String, pieces: Vec<Piece>) -> Part {
    Part { heading, pieces }
}
