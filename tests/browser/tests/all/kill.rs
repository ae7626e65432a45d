//! A browser killed right after a save, or a second later, once and in the middle of writing: what was shown as saved is
//! there when it starts again. The program `kill` waits longer, too; WebKitGTK keeps no profile to start from.

use anyhow::{Result, ensure};
use browser_tests::Browser;
use browser_tests::kill::Case;

/// Makes one test per browser that keeps its profile.
macro_rules! in_both {
    ($($name:ident: $typing:literal),+ $(,)?) => { $(
        mod $name {
            #[test]
            fn chromium() { browser_tests::block_on(super::all_found(browser_tests::Browser::Chromium, $typing)); }
            #[test]
            fn firefox() { browser_tests::block_on(super::all_found(browser_tests::Browser::Firefox, $typing)); }
        }
    )+ };
}

in_both!(once: false, while_typing: true);

async fn all_found(browser: Browser, typing: bool) -> Result<()> {
    for case in Case::short(browser, typing) {
        let outcome = case.run().await?;
        ensure!(outcome.is_whole(), "{case}: {outcome:?}");
    }
    Ok(())
}
