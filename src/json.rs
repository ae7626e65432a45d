//! A JSON tree, for the two rooms that know wire formats (`content` and `storage`): keeps the order and the unknown fields of an object and refuses duplicate keys, which `serde_json`'s
//! own would silently drop. One type for content,
//! records and backup files, so that the parser stands in the program once (derived readers cost 12 KB more).

use crate::domain::{Map, Set};
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use std::fmt;

/// Fields of an object in their order.
pub(crate) type Fields = Vec<(String, Json)>;

/// One JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Int(i64),
    /// Any number that is not an `i64`. Our formats hold none, so its value is not kept.
    Fraction,
    Text(String),
    List(Vec<Json>),
    Object(Fields),
}

impl Json {
    pub(crate) fn parse(text: &str) -> Result<Json, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// On one line; `None` only for a tree that cannot be written faithfully.
    pub(crate) fn compact(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    /// For people to read.
    pub(crate) fn pretty(&self) -> Option<String> {
        serde_json::to_string_pretty(self).ok()
    }

    pub(crate) fn text(text: &str) -> Json {
        Json::Text(text.to_owned())
    }

    pub(crate) fn into_text(self) -> Option<String> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn into_int(self) -> Option<i64> {
        match self {
            Json::Int(number) => Some(number),
            _ => None,
        }
    }

    pub(crate) fn into_list(self) -> Option<Vec<Json>> {
        match self {
            Json::List(list) => Some(list),
            _ => None,
        }
    }

    pub(crate) fn into_fields(self) -> Option<Fields> {
        match self {
            Json::Object(fields) => Some(fields),
            _ => None,
        }
    }

    /// An object of texts only.
    pub(crate) fn into_texts(self) -> Option<Map<String, String>> {
        self.into_fields()?.into_iter().map(|(name, value)| Some((name, value.into_text()?))).collect()
    }

    /// A list of texts only.
    pub(crate) fn into_words(self) -> Option<Vec<String>> {
        self.into_list()?.into_iter().map(Json::into_text).collect()
    }

    pub(crate) fn texts(map: &Map<String, String>) -> Json {
        Json::Object(map.iter().map(|(name, text)| (name.clone(), Json::text(text))).collect())
    }

    pub(crate) fn words(list: &[String]) -> Json {
        Json::List(list.iter().map(|word| Json::text(word)).collect())
    }
}

/// Reading single fields of an object, each with what stands for "not there".
impl Json {
    /// The field, if it is there.
    pub(crate) fn field(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(fields) => fields.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Takes a field out, if it is there.
    pub(crate) fn take(&mut self, name: &str) -> Option<Json> {
        match self {
            Json::Object(fields) => take(fields, name),
            _ => None,
        }
    }

    /// A text under a name, empty when it is not there.
    pub(crate) fn str(&self, name: &str) -> &str {
        match self.field(name) {
            Some(Json::Text(text)) => text,
            _ => "",
        }
    }

    /// A list under a name, empty when it is not there.
    pub(crate) fn list(&self, name: &str) -> &[Json] {
        match self.field(name) {
            Some(Json::List(list)) => list,
            _ => &[],
        }
    }

    /// This text, empty for any other value.
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Json::Text(text) => text,
            _ => "",
        }
    }

    /// This list, empty for any other value.
    pub(crate) fn as_list(&self) -> &[Json] {
        match self {
            Json::List(list) => list,
            _ => &[],
        }
    }

    /// A small number under a name, 0 when it is not there.
    pub(crate) fn number(&self, name: &str) -> u16 {
        match self.field(name) {
            Some(Json::Int(number)) => u16::try_from(*number).unwrap_or_default(),
            _ => 0,
        }
    }

    /// Whether a flag is set under a name.
    pub(crate) fn flag(&self, name: &str) -> bool {
        self.field(name) == Some(&Json::Bool(true))
    }

    /// The texts of a list under a name.
    pub(crate) fn strings(&self, name: &str) -> Vec<String> {
        self.list(name).iter().map(|item| item.as_str().to_owned()).collect()
    }
}

/// Takes a field out of an object.
pub(crate) fn take(fields: &mut Fields, name: &str) -> Option<Json> {
    let at = fields.iter().position(|(key, _)| key == name)?;
    Some(fields.remove(at).1)
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null => to.serialize_unit(),
            Json::Fraction => Err(serde::ser::Error::custom("a number that was not kept")),
            Json::Bool(yes) => to.serialize_bool(*yes),
            Json::Int(number) => to.serialize_i64(*number),
            Json::Text(text) => to.serialize_str(text),
            Json::List(list) => {
                let mut to = to.serialize_seq(Some(list.len()))?;
                for item in list {
                    to.serialize_element(item)?;
                }
                to.end()
            }
            Json::Object(fields) => {
                let mut to = to.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    to.serialize_entry(name, value)?;
                }
                to.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Tree)
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Json, E> {
        Ok(Json::Bool(yes))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Int(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(i64::try_from(number).map_or(Json::Fraction, Json::Int))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Fraction)
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::text(text))
    }

    fn visit_string<E>(self, text: String) -> Result<Json, E> {
        Ok(Json::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = from.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Json, A::Error> {
        let mut fields = Fields::new();
        while let Some((name, value)) = from.next_entry()? {
            fields.push((name, value));
        }
        let mut names = Set::new();
        if fields.iter().all(|(name, _)| names.insert(name.as_str())) {
            Ok(Json::Object(fields))
        } else {
            Err(A::Error::custom("duplicate key"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_the_same() {
        for text in [
            r#"{"b":1,"a":[null,true,-9223372036854775808,"x\u0000\n\"\\</script>"],"__proto__":{"é":"\u2028"}}"#,
            "[]",
            "{}",
            "\"\"",
        ] {
            let tree = Json::parse(text).expect("valid");
            assert_eq!(Json::parse(&tree.compact().expect("writable")).expect("valid"), tree);
            assert_eq!(Json::parse(&tree.pretty().expect("writable")).expect("valid"), tree);
        }
    }

    #[test]
    fn duplicates_lone_surrogates_and_depth_are_refused() {
        assert!(Json::parse(r#"{"a":1,"a":2}"#).is_err());
        assert!(Json::parse(r#"{"a":{"b":1,"c":2,"b":3}}"#).is_err());
        assert!(Json::parse(r#""\ud800""#).is_err());
        assert!(Json::parse(&"[".repeat(10_000)).is_err());
        assert!(Json::parse(&format!("{}{}", "[".repeat(10_000), "]".repeat(10_000))).is_err());
    }

    #[test]
    fn a_fraction_is_known_as_one_and_never_written() {
        let tree = Json::parse("[1.5]").expect("valid");
        assert_eq!(tree, Json::List(vec![Json::Fraction]));
        assert_eq!(tree.compact(), None);
        assert_eq!(Json::parse("18446744073709551615").expect("valid"), Json::Fraction);
    }
}
