//! How a page that embeds the program may set it up.

/// Settings of one mount. The default is a page of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppConfig {
    /// What the ids of elements begin with. Two mounts on one page need two prefixes.
    pub prefix: String,
    /// Whether the address, the title and `<html>` belong to the program. Inside another page they do not: places
    /// are then held in memory.
    pub owns_page: bool,
    /// Language to use, before what is stored and what the browser asks for; none leaves it to those.
    pub language: Option<String>,
    /// Place to open first when the address is not the program's: `#/theme/icp`.
    pub start: String,
}

impl Default for AppConfig {
    fn default() -> Self {
        Self { prefix: "t-".to_owned(), owns_page: true, language: None, start: "#/".to_owned() }
    }
}
