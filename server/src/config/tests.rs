use super::*;

fn variables(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn without_any_setting_it_is_the_default() {
    let report = Config::read(None, &BTreeMap::new());
    assert_eq!(report.into_config().unwrap(), Config::default());
}

#[test]
fn the_example_names_every_setting_and_holds_its_default() {
    let example = include_str!("../../../sayso.example.toml");
    let report = Config::read(Some(example), &BTreeMap::new());
    assert_eq!(report.faults, Vec::<String>::new());
    assert_eq!(report.config, Config::default());
    for setting in report.settings {
        let key = setting.name.rsplit('.').next().unwrap();
        let named = |line: &str| line.trim_start_matches("# ").starts_with(&format!("{key} ="));
        assert!(example.lines().any(named), "{} is not in the example", setting.name);
        assert!(example.contains(setting.variable), "{} is not in the example", setting.variable);
    }
}

#[test]
fn a_variable_overrides_the_file() {
    let file = "bind = \"127.0.0.1:1\"\n[limits]\nburst = 7\n";
    let report = Config::read(Some(file), &variables(&[("SAYSO_BIND", "[::1]:2")]));
    assert_eq!(report.config.bind.to_string(), "[::1]:2");
    assert_eq!(report.config.limits.burst, 7);
    let from = |name| report.settings.iter().find(|setting| setting.name == name).unwrap().from;
    assert_eq!(
        (from("bind"), from("limits.burst"), from("base_url")),
        ("environment", "file", "default")
    );
}

#[test]
fn what_nobody_knows_is_refused() {
    let report = Config::read(
        Some("bindd = 1\n"),
        &variables(&[("SAYSO_BINDD", "x"), ("SAYSO_SHARED", "x")]),
    );
    assert_eq!(report.faults.len(), 2);
    assert!(report.faults[0].contains("line 1: unknown field `bindd`"));
    assert_eq!(report.faults[1], "SAYSO_BINDD is no setting");
    assert!(report.into_config().is_err());
}

#[test]
fn every_wrong_value_is_named() {
    let wrong = variables(&[
        ("SAYSO_BIND", "3000"),
        ("SAYSO_BASE_URL", "https://x/path"),
        ("SAYSO_DATABASE_URL", "mysql://me:hunter2@x"),
        ("SAYSO_LIMITS_BURST", "0"),
        ("SAYSO_LOG_FORM", "xml"),
    ]);
    let report = Config::read(None, &wrong);
    assert_eq!(report.faults.len(), 5);
    assert!(!format!("{report:?}").contains("hunter2"));
}

#[test]
fn a_secret_is_never_shown() {
    let secret = variables(&[("SAYSO_DATABASE_URL", "postgres://me:hunter2@db/sayso")]);
    let report = Config::read(None, &secret);
    assert!(!format!("{report:?}").contains("hunter2"));
    let broken =
        Config::read(Some("database_url = \"postgres://me:hunter2@db\nbind = 3"), &BTreeMap::new());
    assert!(!format!("{broken:?}").contains("hunter2"));
    let typed = Config::read(Some("database_url = 12345678\n"), &BTreeMap::new());
    assert!(!format!("{typed:?}").contains("12345678"));
}

#[test]
fn a_base_url_ends_without_a_slash_and_says_whether_cookies_are_secure() {
    let report = Config::read(None, &variables(&[("SAYSO_BASE_URL", "https://Sayso.Example/")]));
    assert_eq!(report.config.base_url, "https://sayso.example");
    assert!(report.config.is_https());
    assert!(!Config::default().is_https());
}

#[test]
fn a_servers_address_is_https_or_this_machine() {
    let read = |address: &str| {
        let report = Config::read(None, &variables(&[("SAYSO_RECORDS_FHIR_BASE_URL", address)]));
        assert!(!format!("{report:?}").contains("hunter2"));
        report.faults.is_empty().then_some(report.config.records.fhir.base_url).flatten()
    };
    assert_eq!(read("https://fhir.example/r4/").as_deref(), Some("https://fhir.example/r4"));
    for here in ["http://127.0.0.1:8080/fhir", "http://localhost/fhir", "http://[::1]:8080/fhir"] {
        assert!(read(here).is_some(), "{here}");
    }
    for wrong in [
        "http://fhir.example/r4",
        "http://127.0.0.1.example/r4",
        "http://localhost.example/r4",
        "http://10.0.0.1/r4",
        "https://me:hunter2@fhir.example/r4",
        "https://fhir.example/r4?key=hunter2",
        "https://fhir.example/r4#x",
        "ftp://fhir.example/r4",
        "file:///etc/passwd",
        "fhir.example",
        "",
    ] {
        assert_eq!(read(wrong), None, "{wrong}");
    }
}

#[test]
fn settings_of_records_that_do_not_go_together_are_named() {
    let faults = |text: &str| {
        Config::read(Some(&format!("[records]\n{text}")), &BTreeMap::new()).faults.len()
    };
    let url = "fhir_base_url = \"https://fhir.example\"\n";
    let token = "fhir_token_url = \"https://auth.example/token\"\n";
    let client = "fhir_client_id = \"sayso\"\n";
    let (secret, key) = ("fhir_client_secret_file = \"s\"\n", "fhir_key_file = \"k\"\n");
    assert_eq!(faults(""), 0);
    assert_eq!(faults("source = \"fhir\"\n"), 1);
    assert_eq!(faults(&format!("source = \"fhir\"\n{url}")), 0);
    assert_eq!(faults("source = \"ftp\"\n"), 1);
    assert_eq!(faults(&format!("{token}{client}{secret}")), 0);
    assert_eq!(faults(&format!("{token}{client}{key}")), 0);
    for wrong in [
        token.to_owned(),
        client.to_owned(),
        secret.to_owned(),
        format!("{token}{client}"),
        format!("{token}{secret}"),
        format!("{token}{client}{secret}{key}"),
        "fhir_deadline_ms = 0\n".to_owned(),
        "fhir_secret = \"hunter2\"\n".to_owned(),
    ] {
        assert!(faults(&wrong) > 0, "{wrong}");
    }
}
