//! Every way to kill Chromium and Firefox after a save, one after the other, as a table. A word as argument takes only
//! the cases whose name contains it. Most of the time goes by waiting, up to 65 s a case.

use anyhow::{Result, ensure};
use browser_tests::kill::{Case, Outcome};

fn main() {
    browser_tests::block_on(kill());
}

async fn kill() -> Result<()> {
    let filter = std::env::args().nth(1).unwrap_or_default();
    let cases: Vec<_> = Case::all().filter(|case| case.to_string().contains(&filter)).collect();
    let names = || Case::all().map(|case| case.to_string()).collect::<Vec<_>>();
    ensure!(!cases.is_empty(), "no case is called ‘{filter}’: {:?}", names());

    // In numbers of texts: shown as saved; found again; by localStorage alone.
    println!("{:<30}{:>8}{:>8}{:>14}", "killed after", "saved", "found", "localStorage");
    let mut lost = Vec::new();
    for case in cases {
        match case.run().await {
            Ok(outcome) => {
                let Outcome { shown, found, local } = outcome;
                let verdict = if outcome.is_whole() { "" } else { "   LOST" };
                println!("{case:<30}{shown:>8}{found:>8}{local:>14}{verdict}");
                if !outcome.is_whole() {
                    lost.push(case.to_string());
                }
            }
            Err(error) => {
                println!("{case:<30}{:>8}", "–");
                lost.push(format!("{error:#}"));
            }
        }
    }
    ensure!(lost.is_empty(), "not everything came back:\n  {}", lost.join("\n  "));
    Ok(())
}
