//! Prints every place of the program, as it follows the base address, one a line.

use std::path::Path;
use std::process::ExitCode;
use terugblik::content::source::Source;
use terugblik::domain::ContentId;
use terugblik::route::{Route, Shelves};

fn main() -> ExitCode {
    let source = Source::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    for finding in &source.unread {
        eprintln!("{finding}");
    }
    if !source.unread.is_empty() {
        return ExitCode::FAILURE;
    }
    let mut routes = vec![
        Route::Home,
        Route::Overview,
        Route::Find,
        Route::MyAnswers,
        Route::Glossary(None),
        Route::Sources(None),
    ];
    routes
        .extend([Shelves::Themes, Shelves::Journeys, Shelves::Scans, Shelves::Workshops].map(Route::Library));
    for set in &source.sets {
        let id = ContentId::new(&set.id);
        routes.extend([
            Route::Theme(id.clone()),
            Route::Whole(id.clone()),
            Route::Answers(id.clone(), None),
            Route::Along(id.clone()),
        ]);
        let prompts = set.screens.iter().flat_map(|screen| &screen.prompts);
        routes.extend(prompts.map(|prompt| Route::Prompt(id.clone(), ContentId::new(&prompt.id))));
    }
    for list in &source.routes {
        let id = ContentId::new(&list.id);
        routes.push(Route::Journey(id.clone(), None));
        let items = list.items.iter();
        routes.extend(items.map(|item| Route::Journey(id.clone(), Some(ContentId::new(&item.id)))));
    }
    for file in &source.workshops {
        let formats = file.formats.iter();
        routes.extend(formats.map(|one| Route::Workshop(ContentId::new(&file.id), ContentId::new(&one.id))));
    }
    let terms =
        source.glossary.terms.iter().take(1).map(|term| Route::Glossary(Some(ContentId::new(&term.id))));
    let sources =
        source.sources.sources.iter().take(1).map(|one| Route::Sources(Some(ContentId::new(&one.id))));
    routes.extend(terms.chain(sources));
    for route in routes {
        println!("{route}");
    }
    ExitCode::SUCCESS
}
