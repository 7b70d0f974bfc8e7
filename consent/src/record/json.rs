//! Reads JSON strictly: no member twice, no number a double cannot hold, no bottomless nesting.
//! What two readers could read differently must never get past this.

use super::MOST_DEEP;
use super::fault::RecordFault;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::map::Entry;
use serde_json::{Map, Number, Value};
use std::cell::Cell;
use std::fmt;

/// The whole of `bytes` as one JSON value.
pub(super) fn read(bytes: &[u8]) -> Result<Value, RecordFault> {
    let why = Cell::new(Why::Syntax);
    let mut source = serde_json::Deserializer::from_slice(bytes);
    let strict = Strict { depth: 0, why: &why };
    let place = |error: &serde_json::Error| (error.line(), error.column());
    let fault = |error: serde_json::Error| {
        let (line, column) = place(&error);
        match why.get() {
            Why::Twice => RecordFault::DuplicateKey { line, column },
            Why::Deep => RecordFault::TooDeep { line, column },
            Why::Number => RecordFault::NumberOutOfRange { line, column },
            Why::Syntax if error.to_string().starts_with("number out of range") => {
                RecordFault::NumberOutOfRange { line, column }
            }
            Why::Syntax => RecordFault::NotJson { line, column },
        }
    };
    let value = strict.deserialize(&mut source).map_err(&fault)?;
    source.end().map_err(&fault)?;
    Ok(value)
}

#[derive(Clone, Copy)]
enum Why {
    Syntax,
    Twice,
    Deep,
    Number,
}

#[derive(Clone, Copy)]
struct Strict<'a> {
    depth: usize,
    why: &'a Cell<Why>,
}

impl Strict<'_> {
    fn refuse<T, E: Error>(self, why: Why) -> Result<T, E> {
        self.why.set(why);
        Err(E::custom("refused"))
    }

    fn deeper<E: Error>(self) -> Result<Self, E> {
        if self.depth >= MOST_DEEP {
            return self.refuse(Why::Deep);
        }
        Ok(Self { depth: self.depth + 1, why: self.why })
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_any(self)
    }
}

/// Integers up to here are doubles without loss (RFC 8785, section 3.2.2.3).
const EXACT: u64 = 1 << 53;

impl<'de> Visitor<'de> for Strict<'_> {
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
        if value > EXACT {
            #[expect(
                clippy::cast_precision_loss,
                reason = "RFC 8785: every number becomes a double"
            )]
            return self.visit_f64(value as f64);
        }
        Ok(Value::Number(value.into()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        if value.unsigned_abs() > EXACT {
            #[expect(
                clippy::cast_precision_loss,
                reason = "RFC 8785: every number becomes a double"
            )]
            return self.visit_f64(value as f64);
        }
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        match Number::from_f64(value) {
            Some(number) => Ok(Value::Number(number)),
            None => self.refuse(Why::Number),
        }
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut items = Vec::new();
        while let Some(item) = from.next_element_seed(inner)? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut members = Map::new();
        while let Some(name) = from.next_key::<String>()? {
            let Entry::Vacant(place) = members.entry(name) else {
                return self.refuse(Why::Twice);
            };
            place.insert(from.next_value_seed(inner)?);
        }
        Ok(Value::Object(members))
    }
}
