//! What a set asks in each time, as its structure says.

use anyhow::Result;
use browser_tests::tools;
use serde_json::{Value, json};

/// The prompts of a set.
pub(super) struct Set {
    minutes: Vec<(String, u64)>,
    pub(super) stars: Vec<String>,
    pub(super) core: Vec<String>,
    pub(super) deep: Vec<String>,
}

impl Set {
    pub(super) fn read(part: &str) -> Result<Self> {
        let file = tools::repository().join(format!("content/core/structure/{part}.json"));
        let set: Value = serde_json::from_str(&std::fs::read_to_string(file)?)?;
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let name = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let prompts: Vec<Value> =
            list(&set["screens"]).iter().flat_map(|screen| list(&screen["prompts"])).collect();
        let stars = prompts.iter().filter(|prompt| prompt["star"] == json!(true));
        let route = |which: &str| list(&set["routes"][which]).iter().map(name).collect();
        Ok(Self {
            minutes: prompts
                .iter()
                .map(|prompt| (name(&prompt["id"]), prompt["minutes"].as_u64().unwrap_or_default()))
                .collect(),
            stars: stars.map(|prompt| name(&prompt["id"])).collect(),
            core: route("core"),
            deep: route("deep"),
        })
    }

    pub(super) fn minutes<'a>(&self, ids: impl Iterator<Item = &'a String>) -> u64 {
        ids.filter_map(|id| self.minutes.iter().find(|(known, _)| known == id))
            .map(|(_, minutes)| minutes)
            .sum()
    }
}
