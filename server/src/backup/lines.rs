//! A row as one line of JSON, the same from either database: an array of what its columns hold. Bytes are base64.

use crate::store::db::{Cell, Holds};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use uuid::Uuid;

/// The line of a row, with its end.
#[must_use]
pub fn line(cells: &[Cell]) -> Vec<u8> {
    let values: Vec<Value> = cells
        .iter()
        .map(|cell| match cell {
            Cell::Id(id) => id.map(|id| id.to_string()).into(),
            Cell::Bytes(bytes) => bytes.as_ref().map(|bytes| STANDARD.encode(bytes)).into(),
            Cell::Whole(number) => (*number).into(),
            Cell::Text(text) => text.clone().into(),
        })
        .collect();
    let mut line = Value::Array(values).to_string().into_bytes();
    line.push(b'\n');
    line
}

/// The row of a line; none where it is not one of columns that hold this.
#[must_use]
pub fn cells(line: &str, holds: &[Holds]) -> Option<Vec<Cell>> {
    let values: Vec<Value> = serde_json::from_str(line).ok()?;
    if values.len() != holds.len() {
        return None;
    }
    values.into_iter().zip(holds).map(|(value, holds)| cell(value, *holds)).collect()
}

fn cell(value: Value, holds: Holds) -> Option<Cell> {
    Some(match (holds, value) {
        (Holds::Id, Value::Null) => Cell::Id(None),
        (Holds::Bytes, Value::Null) => Cell::Bytes(None),
        (Holds::Whole, Value::Null) => Cell::Whole(None),
        (Holds::Text, Value::Null) => Cell::Text(None),
        (Holds::Id, Value::String(text)) => Cell::Id(Some(Uuid::parse_str(&text).ok()?)),
        (Holds::Bytes, Value::String(text)) => Cell::Bytes(Some(STANDARD.decode(text).ok()?)),
        (Holds::Whole, Value::Number(number)) => Cell::Whole(Some(number.as_i64()?)),
        (Holds::Text, Value::String(text)) => Cell::Text(Some(text)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_comes_back_as_it_was() {
        let holds = [Holds::Id, Holds::Bytes, Holds::Whole, Holds::Text, Holds::Text];
        let row = vec![
            Cell::Id(Some(Uuid::from_u128(7))),
            Cell::Bytes(Some(vec![0, 255, 10])),
            Cell::Whole(Some(i64::MIN)),
            Cell::Text(Some("Llŷr\n\"0\"".to_owned())),
            Cell::Text(None),
        ];
        let written = String::from_utf8(line(&row)).unwrap();
        assert_eq!(written.matches('\n').count(), 1);
        assert_eq!(cells(written.trim_end(), &holds), Some(row));
    }

    #[test]
    fn what_is_no_row_is_not_taken() {
        let holds = [Holds::Whole, Holds::Text];
        for wrong in ["", "[]", "[1]", "[1,\"a\",2]", "[\"1\",\"a\"]", "[1.5,\"a\"]", "{\"a\":1}"] {
            assert_eq!(cells(wrong, &holds), None, "{wrong}");
        }
    }
}
