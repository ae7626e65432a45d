//! What the browser keeps of this site, read by script as a person with developer tools would; and files on their way
//! out and in. Knows that everything of the app is named `terugblik`, and nothing of what is in it.

use crate::page::{PATIENCE, Page};
use crate::wait::until;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// Everything of the app in the two stores: names and texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    pub local: Vec<(String, String)>,
    /// Of every object store of every database whose name begins with ours.
    pub indexed: Vec<(String, String)>,
}

impl Stored {
    /// Whether a text stands in a store, however it is written there.
    #[must_use]
    pub fn holds(entries: &[(String, String)], text: &str) -> bool {
        let written = json!(text).to_string();
        let inside = written.trim_matches('"');
        entries.iter().any(|(_, value)| value.contains(inside))
    }

    /// Names of what is left, without the one random number that stays behind to stop other tabs.
    #[must_use]
    pub fn leftovers(&self) -> Vec<&str> {
        let indexed = self.indexed.iter().filter(|(name, _)| name != "terugblik/epoch");
        self.local.iter().chain(indexed).map(|(name, _)| name.as_str()).collect()
    }
}

/// A file that the page offered.
#[derive(Debug, Clone)]
pub struct Offered {
    pub name: String,
    pub text: String,
}

impl Page<'_> {
    /// Reads both stores.
    ///
    /// # Errors
    /// When the page may not, or the script fails.
    pub async fn stored(self) -> Result<Stored> {
        let answer = self.session.driver.execute_async(READ, vec![]).await.context("reading the stores")?;
        let read = answer.json();
        ensure!(read["error"] == Value::Null, "reading the stores: {}", read["error"]);
        let list = |name: &str| {
            let pair = |pair: &Value| {
                Some((pair[0].as_str()?.to_owned(), pair[1].as_str().unwrap_or("").to_owned()))
            };
            read[name].as_array().into_iter().flatten().filter_map(pair).collect()
        };
        Ok(Stored { local: list("local"), indexed: list("indexed") })
    }

    /// From now on files that this page offers are caught instead of saved.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn catch_files(self) -> Result<()> {
        self.session.run(CATCH, vec![]).await.map(drop)
    }

    /// The file that was offered since [`Page::catch_files`].
    ///
    /// # Errors
    /// When none comes.
    pub async fn caught_file(self) -> Result<Offered> {
        let waited = until("a file on offer", PATIENCE, async || {
            let answer = self.session.driver.execute_async(CAUGHT, vec![]).await?;
            let file = answer.json();
            let (Some(name), Some(text)) = (file["name"].as_str(), file["text"].as_str()) else {
                return Ok(None);
            };
            Ok(Some(Offered { name: name.to_owned(), text: text.to_owned() }))
        })
        .await;
        self.explain(waited).await
    }

    /// Chooses a file of this name and content in the page's file field.
    ///
    /// # Errors
    /// When there is no such field, or the driver refuses.
    pub async fn choose_file(self, name: &str, bytes: &[u8]) -> Result<()> {
        // Beside the profile: it must be there until the page has read it.
        let path = self.session.folder().join(name);
        std::fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))?;
        let field = self.find("input[type=file]").await?;
        field.send_keys(path.display().to_string()).await.context("choosing a file")
    }
}

const READ: &str = "
const done = arguments[arguments.length - 1];
const ours = (name) => name.startsWith('terugblik');
const asked = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
(async () => {
  const local = Object.keys(localStorage).filter(ours).map((name) => [name, localStorage.getItem(name)]);
  const indexed = [];
  for (const { name } of (await indexedDB.databases()).filter(({ name }) => ours(name))) {
    const request = indexedDB.open(name);
    // WebKit lists what was only looked for: reading it must not make it.
    let missing = false;
    request.onupgradeneeded = () => {
      missing = true;
      request.transaction.abort();
    };
    const database = await asked(request).catch((error) => {
      if (!missing) throw error;
    });
    if (!database) continue;
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([asked(all.getAllKeys()), asked(all.getAll())]);
      keys.forEach((key, at) => {
        const value = values[at];
        indexed.push([String(key), typeof value === 'string' ? value : JSON.stringify(value)]);
      });
    }
    database.close();
  }
  return { local, indexed };
})().then(done, (error) => done({ error: String(error) }));";

const CATCH: &str = "
window.__file = null;
const make = URL.createObjectURL;
const blobs = new Map();
URL.createObjectURL = (blob) => {
  const url = make.call(URL, blob);
  blobs.set(url, blob);
  return url;
};
HTMLAnchorElement.prototype.click = function () {
  if (this.download) window.__file = { name: this.download, blob: blobs.get(this.href) };
  else HTMLElement.prototype.click.call(this);
};";

const CAUGHT: &str = "
const done = arguments[arguments.length - 1];
const file = window.__file;
if (!file) done({});
else file.blob.text().then((text) => done({ name: file.name, text }), (error) => done({ error: String(error) }));";
