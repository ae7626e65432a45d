//! Inputs from a corpus: bytes flipped, cut, joined and repeated, and JSON changed as a tree. Checksums are made to fit most of the
//! time, since nothing behind a wrong one is read.
//!
//! All of it follows from a seed and a number.

use serde_json::{Map, Value, json};

/// Longer inputs are cut.
const LONGEST: usize = 1 << 20;

/// Random numbers that are the same everywhere (SplitMix64).
pub struct Rng(u64);

impl Rng {
    pub fn new(seed: u64, number: u64) -> Self {
        let mut rng = Self(seed ^ number.wrapping_mul(0xd134_2543_de82_ef95));
        rng.next();
        rng
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`, or 0.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    /// Once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn one<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

static CHECKSUM: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);

/// CRC-32 as 8 hex digits, which stands before a stored text and inside the records of a backup.
fn checksum(text: &str) -> String {
    format!("{:08x}", CHECKSUM.checksum(text.as_bytes()))
}

/// The checksum of a stored text, whether or not it fits, and what stands behind it.
pub fn opened(text: &str) -> Option<(&str, &str)> {
    let (sum, rest) = text.split_at_checked(8)?;
    let is_sum = sum.bytes().all(|byte| byte.is_ascii_hexdigit());
    Some((sum, rest.strip_prefix(' ').filter(|_| is_sum)?))
}

pub struct Mutator {
    corpus: Vec<String>,
    /// Donors: what in the corpus is JSON.
    trees: Vec<Value>,
}

impl Mutator {
    pub fn new(corpus: Vec<String>) -> Self {
        let json = |text: &String| serde_json::from_str(opened(text).map_or(text, |(_, json)| json)).ok();
        let trees = corpus.iter().filter_map(json).collect();
        Self { corpus, trees }
    }

    /// One input.
    pub fn text(&self, rng: &mut Rng) -> String {
        let start = rng.one(&self.corpus);
        let (sum, mut text) = match opened(start) {
            Some((sum, json)) => (Some(sum), json.to_owned()),
            None => (None, start.clone()),
        };
        for _ in 0..=rng.below(4) {
            text = match serde_json::from_str::<Value>(&text) {
                Ok(tree) if !rng.once_in(3) => self.other_tree(tree, rng),
                _ => self.other_bytes(text.into_bytes(), rng),
            };
            text.truncate(text.floor_char_boundary(LONGEST));
        }
        match (sum, rng.once_in(10)) {
            (Some(sum), true) => [sum, " ", &text].concat(),
            (Some(_), false) => [&checksum(&text), " ", &text].concat(),
            (None, true) => text,
            (None, false) => mended(text),
        }
    }

    fn other_bytes(&self, mut bytes: Vec<u8>, rng: &mut Rng) -> String {
        let at = rng.below(bytes.len() + 1);
        let most = if rng.once_in(4) { bytes.len() } else { 40 };
        let to = (at + 1 + rng.below(most)).min(bytes.len());
        match rng.below(8) {
            0 if at < bytes.len() => bytes[at] ^= 1 << rng.below(8),
            1 if at < bytes.len() => bytes[at] = *rng.one(b"\0\x1f\x7f\xff\xc0\"\\{}[],:/ -+09"),
            2 => bytes.truncate(at),
            3 => drop(bytes.drain(at..to)),
            4 => {
                let other = rng.one(&self.corpus).as_bytes();
                bytes.truncate(at);
                bytes.extend_from_slice(&other[rng.below(other.len())..]);
            }
            5 => {
                let times = if rng.once_in(20) { 1 + rng.below(2_000) } else { 1 + rng.below(8) };
                let piece = bytes[at..to].repeat(times);
                drop(bytes.splice(at..at, piece));
            }
            6 => {
                let piece = bytes[at..to].to_vec();
                let there = rng.below(bytes.len() + 1);
                drop(bytes.splice(there..there, piece));
            }
            _ => {
                const ODD: [&str; 12] = [
                    "\\ud800",
                    "\\udc00\\ud800",
                    "\\u0000",
                    "\u{FEFF}",
                    "\"a\":1,\"a\":2,",
                    "\"__proto__\":{},",
                    "18446744073709551616",
                    "1e999",
                    "-0.0",
                    "null",
                    "\u{2028}",
                    "/",
                ];
                let piece = match rng.below(14) {
                    12 => "[".repeat(1 + rng.below(2_000)),
                    13 => "{\"a\":".repeat(1 + rng.below(2_000)),
                    odd => ODD[odd].to_owned(),
                };
                drop(bytes.splice(at..at, piece.into_bytes()));
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn other_tree(&self, mut tree: Value, rng: &mut Rng) -> String {
        let at = rng.below(count(&tree));
        // What stands elsewhere in it, or in another text.
        let from = if rng.once_in(2) { &tree } else { rng.one(&self.trees) };
        let other = nth(&mut from.clone(), &mut rng.below(count(from))).map_or(Value::Null, |it| it.take());
        let revisions = strings(&tree, "rev");
        if let Some(place) = nth(&mut tree, &mut at.clone()) {
            change(place, other, &revisions, rng);
        }
        match rng.once_in(8) {
            true => serde_json::to_string_pretty(&tree).unwrap(),
            false => tree.to_string(),
        }
    }
}

fn change(place: &mut Value, other: Value, revisions: &[String], rng: &mut Rng) {
    match (rng.below(6), &mut *place) {
        (0, _) => *place = other,
        (1, _) => {
            let depth = if rng.once_in(4) { 110 + rng.below(30) } else { 1 + rng.below(4) };
            for _ in 0..depth {
                let inner = place.take();
                *place = if rng.once_in(2) { json!([inner]) } else { json!({ "a": inner }) };
            }
        }
        (2, Value::Object(fields)) if fields.contains_key("rev") => {
            // Another line of descent: what it was made from, and what it is.
            let line: Vec<&str> = (0..rng.below(3)).map(|_| rng.one(revisions).as_str()).collect();
            fields.insert("from".to_owned(), json!(line.join(" ")));
            let own = if rng.once_in(2) { "ffff00000001" } else { rng.one(revisions) };
            fields.insert("rev".to_owned(), json!(own));
        }
        (2..=4, Value::Object(fields)) => change_fields(fields, other, rng),
        (2..=4, Value::Array(list)) => match rng.below(3) {
            0 if !list.is_empty() => drop(list.remove(rng.below(list.len()))),
            1 if !list.is_empty() => {
                let times = if rng.once_in(20) { rng.below(300) } else { rng.below(30) };
                let item = rng.one(list).clone();
                list.extend(std::iter::repeat_n(item, times));
            }
            _ => list.insert(rng.below(list.len() + 1), other),
        },
        (2..=4, Value::String(text)) => {
            let at = text.floor_char_boundary(rng.below(text.len() + 1));
            let piece = match rng.below(8) {
                0 => "x\u{1F600}".repeat(if rng.once_in(20) { 50_000 } else { 200 }),
                1 => "\0".to_owned(),
                2 => "/".to_owned(),
                3 => " ".to_owned(),
                4 => "+".to_owned(),
                5 => "\n".to_owned(),
                6 => "9".to_owned(),
                _ => {
                    text.truncate(at);
                    String::new()
                }
            };
            text.insert_str(at, &piece);
        }
        _ => *place = odd(rng),
    }
}

fn change_fields(fields: &mut Map<String, Value>, other: Value, rng: &mut Rng) {
    const NAMES: [&str; 16] = [
        "__proto__",
        "",
        "v",
        "rev",
        "from",
        "at",
        "key",
        "crc",
        "body",
        "kind",
        "texts",
        "picks",
        "since",
        "priority",
        "rivals",
        "kept",
    ];
    let name = fields.keys().nth(rng.below(fields.len())).cloned().unwrap_or_default();
    match rng.below(4) {
        0 => drop(fields.remove(&name)),
        1 => drop(fields.insert((*rng.one(&NAMES)).to_owned(), other)),
        2 => {
            let value = fields.remove(&name).unwrap_or(other);
            fields.insert([&name, *rng.one(&["x", "/", "\0", " "])].concat(), value);
        }
        _ => drop(fields.insert(name, odd(rng))),
    }
}

/// A value that somebody might not have thought of.
fn odd(rng: &mut Rng) -> Value {
    const TEXTS: [&str; 26] = [
        "",
        " ",
        "/",
        "//",
        "__proto__",
        "\0",
        "\u{FFFD}",
        "+other",
        "+dont-know",
        "+later ",
        "none",
        "notebook",
        "run",
        "text",
        "tally",
        "item",
        "0",
        "-1",
        "65536",
        "2027-02-30",
        "+9999-12-31",
        "-0001-01-01",
        "9999-12-31T23:59:59Z",
        "2027-02-01T255:0:0Z",
        "ffff00000001",
        "terugblik/r/n/r/core:a/4294967296",
    ];
    match rng.below(10) {
        0 => Value::Null,
        1 => json!(rng.once_in(2)),
        2 => json!(*rng.one(&[i64::MIN, i64::MIN + 1, -1, 0, 1, 2, i64::MAX - 1, i64::MAX])),
        3 => json!(*rng.one(&[u64::MAX, 1 << 63, 1 << 53, 1 << 32])),
        4 => json!(*rng.one(&[0.5, -0.0, 1e300, 5e-324])),
        5 => json!([]),
        6 => json!({}),
        _ => json!(*rng.one(&TEXTS)),
    }
}

/// How many values a tree has, itself among them.
fn count(tree: &Value) -> usize {
    1 + match tree {
        Value::Array(list) => list.iter().map(count).sum(),
        Value::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    }
}

fn nth<'a>(tree: &'a mut Value, left: &mut usize) -> Option<&'a mut Value> {
    if *left == 0 {
        return Some(tree);
    }
    *left -= 1;
    match tree {
        Value::Array(list) => list.iter_mut().find_map(|value| nth(value, left)),
        Value::Object(fields) => fields.values_mut().find_map(|value| nth(value, left)),
        _ => None,
    }
}

/// All texts under a name, and one that is always there.
fn strings(tree: &Value, name: &str) -> Vec<String> {
    let mut found = vec!["00005db8126b".to_owned()];
    let mut todo = vec![tree];
    while let Some(value) = todo.pop() {
        match value {
            Value::Array(list) => todo.extend(list),
            Value::Object(fields) => {
                found.extend(fields.get(name).and_then(Value::as_str).map(str::to_owned));
                todo.extend(fields.values());
            }
            _ => {}
        }
    }
    found
}

/// A backup whose records have the checksums that belong to them; any other text as it is.
fn mended(text: String) -> String {
    let Ok(mut tree) = serde_json::from_str::<Value>(&text) else { return text };
    for list in ["records", "history"] {
        let Some(records) = tree.get_mut(list).and_then(Value::as_array_mut) else { continue };
        for record in records.iter_mut().filter_map(Value::as_object_mut) {
            record.remove("crc");
            let sum = checksum(&serde_json::to_string(record).unwrap());
            record.insert("crc".to_owned(), json!(sum));
        }
    }
    if tree.get("records").is_some() { tree.to_string() } else { text }
}
