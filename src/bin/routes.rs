//! Prints every place of the program, as it follows the base address, one a line.

use std::path::Path;
use std::process::ExitCode;
use terugblik::content::source::Source;
use terugblik::domain::ContentId;
use terugblik::route::Route;

fn main() -> ExitCode {
    let source = match Source::read(Path::new(env!("CARGO_MANIFEST_DIR"))) {
        Ok(source) => source,
        Err(findings) => {
            for finding in findings {
                eprintln!("{finding}");
            }
            return ExitCode::FAILURE;
        }
    };
    let mut routes = vec![Route::Home, Route::Overview, Route::MyAnswers];
    for theme in &source.themes {
        let id = ContentId::new(&theme.id);
        routes.extend([Route::Theme(id.clone()), Route::Whole(id.clone()), Route::Answers(id.clone())]);
        let prompts = theme.screens.iter().flat_map(|screen| &screen.prompts);
        routes.extend(prompts.map(|prompt| Route::Prompt(id.clone(), ContentId::new(&prompt.id))));
    }
    for list in &source.routes {
        let id = ContentId::new(&list.id);
        routes.push(Route::Journey(id.clone(), None));
        let items = list.items.iter();
        routes.extend(items.map(|item| Route::Journey(id.clone(), Some(ContentId::new(&item.id)))));
    }
    for route in routes {
        println!("{route}");
    }
    ExitCode::SUCCESS
}
