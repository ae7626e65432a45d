//! Medians and a table of plain text. No measuring here.

/// The middle of the values (of an even number, the upper one of the middle two).
pub fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Rows of: what, one value or two beside one another with their ratio, the bar and whether it is reached.
pub struct Table {
    lines: Vec<String>,
}

impl Table {
    pub fn new(title: &str) -> Self {
        Self::beside(title, "Terugblik", "SurveyJS")
    }

    /// What is measured under two names beside one another.
    pub fn beside(title: &str, one: &str, other: &str) -> Self {
        let head = format!("  {:<52}{one:>12}{other:>12}{:>9}   bar", "", "ratio");
        Self { lines: vec![String::new(), title.to_owned(), head] }
    }

    /// What is measured by itself.
    pub fn alone(title: &str) -> Self {
        Self { lines: vec![String::new(), title.to_owned()] }
    }

    /// A row of one value, with its bar if it has one.
    pub fn one(&mut self, name: &str, unit: &str, value: f64, bar: Option<f64>) {
        let bar = bar.map_or_else(String::new, |bar| verdict(value <= bar, &format!("≤ {bar} {unit}")));
        self.lines.push(format!("  {name:<52}{:>12}   {bar}", shown(value, unit)));
    }

    /// A group of rows.
    pub fn head(&mut self, name: &str) {
        self.lines.push(name.to_owned());
    }

    /// A row whose bar, if it has one, is a ratio of ours to theirs.
    pub fn ratio(&mut self, name: &str, unit: &str, values: (f64, f64), bar: Option<f64>) {
        let bar =
            bar.map_or_else(String::new, |bar| verdict(values.0 / values.1 <= bar, &format!("≤ {bar:.2}×")));
        self.row(name, unit, values, &bar);
    }

    /// A row whose bar is a value of ours.
    pub fn limit(&mut self, name: &str, unit: &str, values: (f64, f64), bar: f64) {
        self.row(name, unit, values, &verdict(values.0 <= bar, &format!("≤ {bar} {unit}")));
    }

    fn row(&mut self, name: &str, unit: &str, (ours, theirs): (f64, f64), bar: &str) {
        let ratio = if theirs > 0.0 { format!("{:.2}×", ours / theirs) } else { "–".to_owned() };
        let (ours, theirs) = (shown(ours, unit), shown(theirs, unit));
        self.lines.push(format!("  {name:<52}{ours:>12}{theirs:>12}{ratio:>9}   {bar}"));
    }

    pub fn print(&self) {
        println!("{}", self.lines.join("\n"));
    }
}

fn shown(value: f64, unit: &str) -> String {
    if value < 100.0 { format!("{value:.1} {unit}") } else { format!("{value:.0} {unit}") }
}

fn verdict(reached: bool, bar: &str) -> String {
    format!("{bar} {}", if reached { "reached" } else { "NOT REACHED" })
}
