//! Canonical JSON (RFC 8785), written straight from a value. The same bytes as any other implementation writes; what
//! has no canonical form is never written as something else.

use serde_json::{Map, Number, Value};

/// Integers up to here are doubles without loss (RFC 8785, section 3.2.2.3).
const EXACT: u64 = 1 << 53;

/// The canonical bytes. None where a number is none that a double can hold.
pub(crate) fn to_vec(value: &Value) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    write(value, &mut out)?;
    Some(out)
}

/// The canonical bytes of what has whole numbers only, as receipts have. None for anything else: how fractions are
/// written fills tables that would weigh more than the rest of what the browser loads.
#[cfg(feature = "proof")]
pub(crate) fn whole(value: &Value) -> Option<Vec<u8>> {
    is_whole(value).then(|| to_vec(value)).flatten()
}

#[cfg(feature = "proof")]
fn is_whole(value: &Value) -> bool {
    match value {
        Value::Number(number) => is_exact(number),
        Value::Array(items) => items.iter().all(is_whole),
        Value::Object(members) => members.values().all(is_whole),
        Value::Null | Value::Bool(_) | Value::String(_) => true,
    }
}

/// Appends the canonical bytes.
pub(crate) fn write(value: &Value, out: &mut Vec<u8>) -> Option<()> {
    match value {
        Value::Null => out.extend_from_slice(b"null"),
        Value::Bool(true) => out.extend_from_slice(b"true"),
        Value::Bool(false) => out.extend_from_slice(b"false"),
        Value::Number(number) => write_number(number, out)?,
        Value::String(text) => write_text(text, out)?,
        Value::Array(items) => {
            out.push(b'[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    out.push(b',');
                }
                write(item, out)?;
            }
            out.push(b']');
        }
        Value::Object(members) => {
            out.push(b'{');
            let mut first = true;
            each_in_order(members, |name, value| {
                if !first {
                    out.push(b',');
                }
                first = false;
                write_text(name, out)?;
                out.push(b':');
                write(value, out)
            })?;
            out.push(b'}');
        }
    }
    Some(())
}

/// Visits the members by the order of their names in UTF-16 (RFC 8785, section 3.2.3).
pub(crate) fn each_in_order<'a>(
    members: &'a Map<String, Value>,
    mut visit: impl FnMut(&'a str, &'a Value) -> Option<()>,
) -> Option<()> {
    let plain = members.keys().all(|name| name.is_ascii());
    if plain && members.keys().is_sorted() {
        return members.iter().try_for_each(|(name, value)| visit(name, value));
    }
    let mut sorted: Vec<(&String, &Value)> = members.iter().collect();
    sorted.sort_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
    sorted.into_iter().try_for_each(|(name, value)| visit(name, value))
}

/// A text, escaped as JSON has it and no more.
pub(crate) fn write_text(text: &str, out: &mut Vec<u8>) -> Option<()> {
    let is_plain = text.bytes().all(|byte| byte >= 0x20 && byte != b'"' && byte != b'\\');
    if is_plain {
        out.push(b'"');
        out.extend_from_slice(text.as_bytes());
        out.push(b'"');
        return Some(());
    }
    serde_json::to_writer(out, text).ok()
}

fn write_number(number: &Number, out: &mut Vec<u8>) -> Option<()> {
    if is_exact(number) {
        return serde_json::to_writer(out, number).ok();
    }
    write_double(number, out)
}

fn is_exact(number: &Number) -> bool {
    number.as_u64().is_some_and(|whole| whole <= EXACT)
        || number.as_i64().is_some_and(|whole| whole.unsigned_abs() <= EXACT)
}

/// Doubles are written as ECMAScript writes them.
#[cfg(feature = "rules")]
fn write_double(number: &Number, out: &mut Vec<u8>) -> Option<()> {
    out.extend(serde_json_canonicalizer::to_vec(number).ok()?);
    Some(())
}

/// Without the rules nothing has one.
#[cfg(not(feature = "rules"))]
const fn write_double(_number: &Number, _out: &mut Vec<u8>) -> Option<()> {
    None
}

#[cfg(all(test, feature = "rules"))]
mod tests {
    use super::to_vec;
    use proptest::prelude::*;
    use serde_json::{Map, Value, json};

    fn any_json() -> impl Strategy<Value = Value> {
        let number = prop_oneof![
            any::<i64>().prop_map(|number| json!(number)),
            any::<u64>().prop_map(|number| json!(number)),
            any::<f64>().prop_map(|number| json!(number)),
            (-1_000_000i32..1_000_000).prop_map(|number| json!(f64::from(number) / 1000.0)),
        ];
        let text = prop_oneof![any::<String>(), "[\u{0}-\u{ff}\u{d7ff}\u{e000}\u{10000}]{0,6}"];
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Bool),
            number,
            text.clone().prop_map(Value::String),
        ];
        leaf.prop_recursive(4, 40, 6, move |inner| {
            let members = proptest::collection::btree_map(text.clone(), inner.clone(), 0..6);
            prop_oneof![
                proptest::collection::vec(inner, 0..6).prop_map(Value::Array),
                members
                    .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn every_value_is_written_as_another_implementation_writes_it(value in any_json()) {
            prop_assert_eq!(to_vec(&value), serde_json_canonicalizer::to_vec(&value).ok());
        }
    }

    #[test]
    #[cfg(feature = "proof")]
    fn where_numbers_are_whole_no_other_is_written() {
        for number in [json!(1.5), json!(1.0), json!(-0.0), json!(u64::MAX), json!(i64::MIN)] {
            assert_eq!(super::whole(&json!({ "a": [number] })), None, "{number}");
        }
        let value = json!({ "b": [1, -2], "a": { "c": null, "b": "x" } });
        assert_eq!(super::whole(&value), to_vec(&value));
    }

    #[test]
    fn names_are_in_the_order_of_utf_16() {
        let value = json!({ "\u{fb33}": 1, "\u{1f600}": 2, "a": -0.0, "\n": 1e21, "é": 333_333_333.333_333_3 });
        let text = String::from_utf8(to_vec(&value).unwrap()).unwrap();
        assert_eq!(
            text,
            "{\"\\n\":1e+21,\"a\":0,\"é\":333333333.3333333,\"\u{1f600}\":2,\"\u{fb33}\":1}"
        );
    }
}
