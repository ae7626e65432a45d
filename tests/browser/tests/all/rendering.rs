//! What a keystroke draws again: the prompt that is typed in, and after the pause the status line. Nothing else, however
//! many prompts stand on the page.
//!
//! Two instruments, neither of which costs the program a byte. A `MutationObserver` over the whole document sees what
//! changed. What was drawn again without a change is seen where drawing meets a field: Yew reads the value of a text field
//! and sets whether a radio is chosen each time it draws one. The radios of the open menu stand for the page's root.

use crate::{app, every, with_page};
use anyhow::{Context, Result, ensure};
use browser_tests::page::PATIENCE;
use browser_tests::wait::until;
use browser_tests::{Browser, Options, Page, Words};
use serde_json::json;
use std::collections::BTreeSet;

every!(one_key);

const WATCH: &str = "
const seen = { drawn: new Set(), changed: new Set() };
const name = (node) => {
  const element = node instanceof Element ? node : node.parentElement;
  if (!element) return 'nowhere';
  const prompt = element.closest('[data-item]')?.dataset.item;
  if (prompt) return prompt;
  for (const [css, name] of [['.saving', 'status'], ['.menu', 'root']]) if (element.closest(css)) return name;
  return element.outerHTML.slice(0, 120);
};
const wrap = (type, property, kind) => {
  const known = Object.getOwnPropertyDescriptor(type.prototype, property);
  const inner = known[kind];
  const outer = function (...values) {
    seen.drawn.add(name(this));
    return inner.apply(this, values);
  };
  Object.defineProperty(type.prototype, property, { ...known, [kind]: outer });
};
wrap(HTMLTextAreaElement, 'value', 'get');
wrap(HTMLInputElement, 'value', 'get');
wrap(HTMLInputElement, 'checked', 'set');
new MutationObserver((records) => {
  for (const { target } of records) seen.changed.add(name(target));
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
window.__drawn = () => {
  const all = { drawn: [...seen.drawn], changed: [...seen.changed] };
  seen.drawn.clear();
  seen.changed.clear();
  return all;
};";

struct Seen {
    drawn: BTreeSet<String>,
    changed: BTreeSet<String>,
}

/// What was seen since the last time.
async fn seen(page: Page<'_>) -> Result<Seen> {
    let all = page.session.run("return window.__drawn()", vec![]).await?;
    let list = |name: &str| {
        let names = all[name].as_array().with_context(|| format!("nobody watches: {all}"))?;
        anyhow::Ok(names.iter().filter_map(|one| one.as_str().map(str::to_owned)).collect::<BTreeSet<_>>())
    };
    Ok(Seen { drawn: list("drawn")?, changed: list("changed")? })
}

fn only(seen: &BTreeSet<String>, allowed: &[&str]) -> bool {
    seen.iter().all(|name| allowed.contains(&name.as_str()))
}

async fn one_key(browser: Browser) -> Result<()> {
    const PROMPT: &str = "icp-05";
    let server = app()?;
    with_page(browser, Options::default(), &server, "#/theme/icp/icp-01", async |page| {
        // One answer first: the question about the device comes with it.
        page.type_into("icp-01", "Een begin.").await?;
        page.wait_for_save("saved").await?;
        // Afresh: on a slow machine a part of that could be on its way.
        page.open("#/theme/icp/all").await?;
        page.wait_for_text("icp-01", "Een begin.").await?;
        page.click("[data-menu]").await?;
        page.find(".menu fieldset").await?;
        page.session.run("document.querySelector('[data-prompt=icp-05]').focus()", vec![]).await?;
        page.session.run(WATCH, vec![]).await?;

        page.type_text("a").await?;
        let key = until("the key to be drawn", PATIENCE, async || {
            let seen = seen(page).await?;
            Ok((!seen.drawn.is_empty()).then_some(seen))
        })
        .await?;
        // A slow machine may have saved by now: then the root was drawn, and the status line changed.
        ensure!(key.drawn.contains(PROMPT), "drawn again: {:?}", key.drawn);
        ensure!(only(&key.drawn, &[PROMPT, "root"]), "a key drew {:?}", key.drawn);
        ensure!(only(&key.changed, &[PROMPT, "status"]), "a key changed {:?}", key.changed);

        let (mut drawn, mut changed) = (BTreeSet::new(), BTreeSet::new());
        until("the status line to speak", PATIENCE, async || {
            let seen = seen(page).await?;
            drawn.extend(seen.drawn);
            changed.extend(seen.changed);
            Ok(changed.contains("status").then_some(()))
        })
        .await?;
        page.wait_for_save("saved").await?;
        let rest = seen(page).await?;
        drawn.extend(rest.drawn);
        changed.extend(rest.changed);
        ensure!(drawn.contains("root"), "saving is told by the root: {drawn:?}");
        ensure!(only(&drawn, &[PROMPT, "root"]), "saving drew {drawn:?}");
        ensure!(only(&changed, &[PROMPT, "status"]), "saving changed {changed:?}");

        // The instruments see it when everything is drawn again.
        page.click("[data-language=en]").await?;
        // By what stands in the page and not by what is in view: what is far below is not laid out.
        let ask = Words::of("en")?.get("icp-05.ask")?.to_owned();
        let script = "return document.querySelector('main').textContent.includes(arguments[0])";
        until("the question in English", PATIENCE, async || {
            Ok((page.session.run(script, vec![json!(ask)]).await? == json!(true)).then_some(()))
        })
        .await?;
        let all = seen(page).await?;
        for prompt in ["icp-01", PROMPT, "icp-03", "icp-s1"] {
            ensure!(all.drawn.contains(prompt), "{prompt} is not seen among {:?}", all.drawn);
        }
        ensure!(all.changed.len() > 20, "changed: {:?}", all.changed);
        Ok(())
    })
    .await
}
