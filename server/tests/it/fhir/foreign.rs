//! A FHIR server that is not ours (`@medplum/fhir-router`, in memory): real records are put there by its own
//! transactions, under ids of its own, and what is read back comes to the same packages, byte for byte.

use super::settings;
use crate::story::{PASSWORD, Story};
use crate::support::{Kind, Stage, identity, variable};
use crate::whole_way::shared;
use consent::assemble::assemble;
use consent::category::Category;
use consent::classify::Rules;
use consent::decision::{Answer, Decision};
use consent::identity::NhsNumber;
use consent::ids::PersonId;
use consent::matching::Identity;
use consent::package::Package;
use consent::record::Record;
use consent::request::Request;
use serde_json::{Value, json};
use server::config::{FhirSettings, SourceKind};
use server::portal::Actor;
use server::records::FhirSource;
use std::collections::HashMap;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const SHARED: [&str; 14] = [
    "gpconnect-r4/9465699918_Magre.r4.json",
    "gpconnect-r4/9465701262_Meyers.r4.json",
    "gpconnect-r4/9465701459_Nel.r4.json",
    "gpconnect-r4/9465701483_Dougill.r4.json",
    "synthea/Alfonzo975_Hickle134_cd3d3588-94fc-b980-9e94-0390d989d921.json",
    "synthea/Chau_Anderson_fae8285c-2358-4d66-9d3a-9fac18027a9c.json",
    "synthea/Chrissy_Weimann_f924096c-b40b-423d-8e60-c27a25dc8d24.json",
    "synthea/Harry448_Botsford977_42122517-c732-08c7-d5a3-adeffb7ea4bd.json",
    "synthea/Hershel_Marvin_71a7f9d4-45b7-481b-b571-7ee0caca6e2a.json",
    "synthea/Lean294_Davis923_3e36b31d-3c32-43b4-b016-b46a90c2e50f.json",
    "synthea/Milan_Beatty_e78d0ed2-1b54-4c30-90ae-f7405af1e402.json",
    "synthea/Omar_Abernathy_839737a4-5804-4adb-b645-740275239062.json",
    "synthea/Trey_Leffler_250ebf4a-c818-428c-81a6-c0e46a816512.json",
    "notes/Devin82_Cole117_3af3708d-41f1-cd80-f3dd-ec5ac76072bf.json",
];

const ASKED: [Category; 18] = [
    Category::WhoIAm,
    Category::PeopleTreatingMe,
    Category::Conditions,
    Category::Symptoms,
    Category::DailyLivingAndMobility,
    Category::Medicines,
    Category::TestResults,
    Category::Treatments,
    Category::HospitalAndAppointments,
    Category::LettersAndDocuments,
    Category::AidsAndAdaptations,
    Category::ReferralsAndPlans,
    Category::MentalHealth,
    Category::SelfHarmAndSuicide,
    Category::LearningDisability,
    Category::AutismAndAdhd,
    Category::AlcoholAndDrugs,
    Category::BladderAndBowel,
];

/// The server; it ends with the test.
struct Foreign {
    process: Child,
    base: String,
}

impl Drop for Foreign {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Foreign {
    /// None, said aloud, where it is not installed.
    fn start() -> Option<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        if !root.join("node_modules/@medplum/fhir-router").exists() {
            let required = variable("SAYSO_SHARED_REQUIRED").as_deref() == Some("1");
            assert!(!required, "the npm packages must be installed: npm ci --ignore-scripts");
            println!("skipped: @medplum/fhir-router is not installed (npm ci --ignore-scripts)");
            return None;
        }
        let mut process = Command::new("node")
            .arg(root.join("end2end/fhir-server.mjs"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut base = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut base).unwrap();
        Some(Self { process, base: base.trim().to_owned() })
    }

    /// Puts a record there in one transaction.
    fn take(&self, bundle: &Value) {
        let response = ureq::post(format!("{}/", self.base))
            .content_type("application/fhir+json")
            .send(transaction(bundle).to_string())
            .unwrap();
        let answer: Value = serde_json::from_reader(response.into_body().into_reader()).unwrap();
        let entries = answer["entry"].as_array().unwrap();
        assert_eq!(entries.len(), bundle["entry"].as_array().unwrap().len());
        for entry in entries {
            assert!(entry["response"]["status"].as_str().unwrap().starts_with("201"), "{entry}");
        }
    }

    fn settings(&self) -> FhirSettings {
        FhirSettings {
            silence: Duration::from_secs(30),
            deadline: Duration::from_secs(60),
            most_mib: 64,
            ..settings(&self.base)
        }
    }
}

/// The same resources to be made anew, so that the server gives them ids of its own.
fn transaction(bundle: &Value) -> Value {
    let mut entries = bundle["entry"].as_array().unwrap().clone();
    let mut names = HashMap::new();
    for (index, entry) in entries.iter().enumerate() {
        let name = format!("urn:uuid:00000000-0000-4000-8000-{index:012x}");
        let resource = &entry["resource"];
        if let (Some(kind), Some(id)) = (resource["resourceType"].as_str(), resource["id"].as_str())
        {
            names.insert(format!("{kind}/{id}"), name.clone());
        }
        if let Some(url) = entry["fullUrl"].as_str() {
            names.insert(url.to_owned(), name.clone());
        }
    }
    for (index, entry) in entries.iter_mut().enumerate() {
        rename(&mut entry["resource"], &names);
        entry["resource"].as_object_mut().unwrap().remove("id");
        let kind = entry["resource"]["resourceType"].clone();
        *entry = json!({
            "fullUrl": format!("urn:uuid:00000000-0000-4000-8000-{index:012x}"),
            "resource": entry["resource"],
            "request": { "method": "POST", "url": kind }
        });
    }
    json!({ "resourceType": "Bundle", "type": "transaction", "entry": entries })
}

fn rename(value: &mut Value, names: &HashMap<String, String>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, names)),
        Value::Object(members) => {
            for member in ["reference", "url"] {
                if let Some(Value::String(reference)) = members.get_mut(member)
                    && let Some(name) = names.get(reference.split("/_history/").next().unwrap())
                {
                    reference.clone_from(name);
                }
            }
            members.values_mut().for_each(|value| rename(value, names));
        }
        _ => {}
    }
}

/// The record, and the NHS number that its Patient has; one of the first where it has none.
fn file(path: &Path, which: usize) -> (Value, NhsNumber) {
    let mut bundle: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let entries = bundle["entry"].as_array_mut().unwrap();
    let patient = entries.iter_mut().find(|one| one["resource"]["resourceType"] == "Patient");
    let patient = &mut patient.unwrap()["resource"];
    let system = "https://fhir.nhs.uk/Id/nhs-number";
    let known =
        patient["identifier"].as_array().unwrap().iter().find(|one| one["system"] == system);
    if let Some(known) = known {
        let number = NhsNumber::parse(known["value"].as_str().unwrap()).unwrap();
        return (bundle, number);
    }
    let number = made_up(which);
    let identifier = json!({ "system": system, "value": number.as_str() });
    patient["identifier"].as_array_mut().unwrap().push(identifier);
    (bundle, number)
}

/// The numbers that are given to nobody begin with 999.
fn made_up(which: usize) -> NhsNumber {
    let digits = |last: usize| format!("999{:06}{last}", which * 131);
    (0..10)
        .find_map(|last| NhsNumber::parse(&digits(last)).ok())
        .unwrap_or_else(|| made_up(which + 1000))
}

/// What one package has and the other has not.
fn other_than(mine: &Package, theirs: &Package) -> String {
    let entries = |package: &Package| -> Vec<String> {
        let bundle: Value = serde_json::from_slice(package.bytes()).unwrap();
        bundle["entry"].as_array().unwrap().iter().map(Value::to_string).collect()
    };
    let (mine, theirs) = (entries(mine), entries(theirs));
    let only = |one: &[String], other: &[String]| {
        one.iter().filter(|entry| !other.contains(entry)).take(3).cloned().collect::<Vec<_>>()
    };
    format!(
        "{} and {} entries\nonly embedded: {:#?}\nonly on the server: {:#?}",
        mine.len(),
        theirs.len(),
        only(&mine, &theirs),
        only(&theirs, &mine)
    )
}

async fn somebody(stage: &Stage, which: usize, number: &NhsNumber) -> PersonId {
    let nino = format!("AB{:06}C", which);
    let who = Identity {
        nino: consent::identity::Nino::parse(&nino).unwrap(),
        nhs_number: Some(number.clone()),
        ..identity(0)
    };
    let added = stage.portal.add_person(&Actor::Operator, &who).await.unwrap();
    let email = format!("p{which}@example.org");
    stage.portal.activate("p", &added.activation_code, &email, PASSWORD).await.unwrap()
}

/// Everything, every other category, the others, all but one, and one alone; with and without every letter put in.
fn decisions(request: &Request, record: &Record) -> Vec<Decision> {
    let categories: Vec<Category> = request.items.iter().map(|item| item.category).collect();
    let choose = |share: &dyn Fn(usize) -> bool, put_in: bool| {
        let answer = |(index, category): (usize, &Category)| {
            (*category, if share(index) { Answer::Share } else { Answer::DoNotShare })
        };
        let letters =
            record.entries().iter().filter(|one| one.kind.as_str() == "DocumentReference");
        Decision {
            answers: categories.iter().enumerate().map(answer).collect(),
            put_in: letters.filter(|_| put_in).map(|one| *one.key.digest()).collect(),
            ..Decision::default()
        }
    };
    vec![
        choose(&|_| true, true),
        choose(&|index| index % 2 == 0, true),
        choose(&|index| index % 2 == 1, false),
        choose(&|index| index != 12, true),
        choose(&|index| index == 5, false),
    ]
}

#[tokio::test]
async fn the_embedded_source_and_a_fhir_server_give_the_same_packages() {
    let Some(foreign) = Foreign::start() else { return };
    let mut files: Vec<PathBuf> =
        vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/people/everything.json")];
    files.extend(SHARED.iter().filter_map(|file| shared(&format!("data/fhir/{file}"))));
    let embedded = Stage::new(Kind::Sqlite).await.unwrap();
    let fhir = Stage::with(Kind::Sqlite, |config| {
        config.records.source = SourceKind::Fhir;
        config.records.fhir = foreign.settings();
    })
    .await
    .unwrap();
    let mut request = None;
    let mut compared = 0;
    for (which, path) in files.iter().enumerate() {
        let (bundle, number) = file(path, which);
        foreign.take(&bundle);
        let [here, there] =
            [somebody(&embedded, which, &number).await, somebody(&fhir, which, &number).await];
        let bytes = bundle.to_string().into_bytes();
        embedded.portal.import_record(&Actor::Operator, &number, bytes).await.unwrap();
        fhir.portal.permit_source(&Actor::Person(there), there, FhirSource::ID).await.unwrap();
        if request.is_none() {
            let story = Story::about(&embedded, here, &ASKED).await;
            let read = story.portal.request_of(&story.actor(), here, story.id).await.unwrap();
            request = Some(read.loaded.asked.request);
        } else {
            let actor = Actor::Person(here);
            let permit = embedded.portal.permit_source(&actor, here, "gp-record");
            permit.await.unwrap();
        }
        let request = request.as_ref().unwrap();
        let one = embedded.portal.read_record(&Actor::Person(here), here, None).await.unwrap();
        let other = fhir.portal.read_record(&Actor::Person(there), there, None).await.unwrap();
        let (one, other) = (one.unwrap(), other.unwrap());
        assert_eq!(one.nhs_number(), other.nhs_number());
        let name = path.file_name().unwrap().display().to_string();
        println!(
            "{name}: {} entries imported, {} read",
            one.entries().len(),
            other.entries().len()
        );
        for (mine, theirs) in decisions(request, &one).iter().zip(&decisions(request, &other)) {
            let [mine, theirs] = [(mine, &one), (theirs, &other)]
                .map(|(decision, record)| assemble(request, decision, record, Rules::current()));
            assert_eq!(mine.bytes() == theirs.bytes(), mine.digest() == theirs.digest());
            assert!(mine.digest() == theirs.digest(), "{name}: {}", other_than(&mine, &theirs));
            compared += usize::from(!mine.contents().sent.is_empty());
        }
    }
    println!("{} records, {compared} packages with something in them", files.len());
    assert!(compared >= files.len() * 3, "the comparison must compare something");
}

#[tokio::test]
async fn nobody_on_the_foreign_server_is_no_record() {
    let Some(foreign) = Foreign::start() else { return };
    let fhir = Stage::with(Kind::Sqlite, |config| {
        config.records.source = SourceKind::Fhir;
        config.records.fhir = foreign.settings();
    })
    .await
    .unwrap();
    let me = somebody(&fhir, 0, &made_up(7)).await;
    fhir.portal.permit_source(&Actor::Person(me), me, FhirSource::ID).await.unwrap();
    assert!(fhir.portal.read_record(&Actor::Person(me), me, None).await.unwrap().is_none());
}
