//! How a page that embeds the program may set it up.

/// Which pages a module of the program holds. What a module does not name, the linker leaves out of it.
#[derive(Clone, Copy, Debug)]
pub enum Pages {
    /// What is needed to open, answer and save; for the rest the second module is fetched and takes over.
    First,
    /// All pages.
    All(&'static super::wing::Wing),
}

/// Settings of one mount. The default is a page of its own.
#[derive(Clone, Debug)]
pub struct AppConfig {
    /// What the ids of elements begin with. Two mounts on one page need two prefixes.
    pub prefix: String,
    /// Whether the address, the title and `<html>` belong to the program. Inside another page they do not: places
    /// are then held in memory.
    pub owns_page: bool,
    /// Language to use, before what is stored and what the browser asks for; none leaves it to those.
    pub language: Option<String>,
    /// Which pages this module of the program holds.
    pub pages: Pages,
    /// What is other in a frame of somebody's page (`?embed`); none on a page of its own.
    pub embed: Option<&'static super::embed::Embed>,
    /// Place to open first when the address is not the program's: `#/theme/icp`.
    pub start: String,
}

impl Default for AppConfig {
    fn default() -> Self {
        Self {
            prefix: "t-".to_owned(),
            owns_page: true,
            language: None,
            pages: Pages::First,
            embed: None,
            start: "#/".to_owned(),
        }
    }
}
