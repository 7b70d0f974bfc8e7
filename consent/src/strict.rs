//! Reads JSON as one thing only: no member twice, no number that a double cannot hold, no bottomless
//! nesting. What two readers could read differently never gets past this.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::fmt;

/// Why a text is not JSON that can be read in one way only. Says where; never what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not sound JSON at line {line}, column {column}")]
pub struct NotSound {
    /// Counts from 1.
    pub line: usize,
    /// Counts from 1.
    pub column: usize,
}

/// The whole of `bytes` as one JSON value (RFC 8259), with no member name twice in an object.
///
/// # Errors
/// When it is not.
pub fn read(bytes: &[u8]) -> Result<Value, NotSound> {
    let mut source = serde_json::Deserializer::from_slice(bytes);
    let fault = |error: serde_json::Error| NotSound { line: error.line(), column: error.column() };
    let value = Strict.deserialize(&mut source).map_err(fault)?;
    source.end().map_err(fault)?;
    Ok(value)
}

#[derive(Clone, Copy)]
struct Strict;

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("out of range"))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = from.next_element_seed(self)? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(name) = from.next_key::<String>()? {
            if members.contains_key(&name) {
                return Err(A::Error::custom("a member twice"));
            }
            let value = from.next_value_seed(self)?;
            members.insert(name, value);
        }
        Ok(Value::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_read_is_what_was_written() {
        let text = br#" {"a": [1, -2, 2.5, "x", null, true], "b": {"a": 1}} "#;
        let read = read(text).unwrap();
        assert_eq!(read, json!({"a": [1, -2, 2.5, "x", null, true], "b": {"a": 1}}));
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_refused() {
        let deep = "[".repeat(5000);
        for text in [
            r#"{"a": 1, "a": 1}"#,
            r#"{"b": [{"a": 1, "\u0061": 2}]}"#,
            r#"{"a": 1} {}"#,
            r#"{"a": 1e999}"#,
            r#""\ud800""#,
            "",
            "{",
            "{'a': 1}",
            "\u{feff}{}",
            "[1,]",
            "NaN",
            &deep,
        ] {
            assert!(read(text.as_bytes()).is_err(), "{text:.40}");
        }
        assert!(read(b"\"\xff\"").is_err());
    }
}
