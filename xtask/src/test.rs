//! Everything the project holds itself to: `check`, storage in real browsers, the release build and its size, journeys and
//! accessibility. Stops at the first step that fails.

use crate::browsers;
use crate::build;
use crate::check;
use crate::error::Result;
use crate::report::Report;
use crate::setup::Tools;
use crate::size;
use std::process::ExitCode;

pub fn test(all_routes: bool) -> Result<ExitCode> {
    let mut report = Report::default();
    let result = steps(&mut report, all_routes);
    report.print_table();
    report.print_counts(&result);
    Ok(if result.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn steps(report: &mut Report, all_routes: bool) -> Result<()> {
    let mut tools = Tools::default();
    report.step("set-up", |_| {
        tools = Tools::for_tests()?;
        Ok(())
    })?;
    check::steps(report)?;
    for (browser, variable) in [("Chromium", "CHROMEDRIVER"), ("Firefox", "GECKODRIVER")] {
        report.step(&format!("storage in {browser}"), |counts| {
            check::count(&mut browsers::storage_tests(&tools, variable)?, counts)
        })?;
    }
    report.step("release build", |_| build::release_with(&tools))?;
    report.step("size", |_| size::measure())?;
    report.step("journeys in browsers", |counts| {
        let mut command =
            browsers::command(&tools, &["test", "--package", "browser-tests", "--no-fail-fast"])?;
        if all_routes {
            command.env("TERUGBLIK_ALL_ROUTES", "1");
        }
        check::count(&mut command, counts)
    })
}
